-- Question:    which pages of a site were viewed most in a period?
--              A page is a host and a path: scheme, port, query and fragment are ignored.
--              It is shown as https://HOST/PATH, as its path if it has no host, and as '' if the
--              event has no url. Pages with equal views are sorted by the text shown.
--              Bots are left out unless bots is true.
-- Parameters:  site_id, from, to (the last day is included), bots, limit
-- Sorting key: reads the prefix (site_id, event_date, event_name)
-- Duplicates:  the table holds each event once, so no FINAL
SELECT if(hostname = '', path, concat('https://', hostname, path)) AS subject, count() AS value
FROM events
WHERE site_id = {site_id:String}
  AND event_date BETWEEN {from:Date} AND {to:Date}
  AND event_name = 'pageview'
  AND ({bots:Bool} OR NOT is_bot)
GROUP BY hostname, path
ORDER BY value DESC, subject
LIMIT {limit:UInt32}

-- Question:    which URLs of a site were viewed most in a period, exactly as the events gave them?
--              URLs with equal views are sorted by their text.
--              Bots are left out unless bots is true.
-- Parameters:  site_id, from, to (the last day is included), bots, limit
-- Sorting key: reads the prefix (site_id, event_date, event_name)
-- Duplicates:  the table holds each event once, so no FINAL
SELECT url AS subject, count() AS value
FROM events
WHERE site_id = {site_id:String}
  AND event_date BETWEEN {from:Date} AND {to:Date}
  AND event_name = 'pageview'
  AND ({bots:Bool} OR NOT is_bot)
GROUP BY url
ORDER BY value DESC, url
LIMIT {limit:UInt32}

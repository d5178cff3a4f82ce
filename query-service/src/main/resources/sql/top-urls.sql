-- Question:    which URLs of a site were viewed most in a period, each as its events gave it?
--              URLs with as many views are in the order of their text.
--              Bots are left out unless bots is true.
-- Parameters:  site_id, from, to (the last day belongs to the period), bots, limit
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

-- Question:    how many page views did a site have on each of its days?
--              Bots are left out unless bots is true.
-- Parameters:  site_id, from, to (the last day is included), bots
-- Sorting key: reads the prefix (site_id, event_date, event_name)
-- Duplicates:  the table holds each event once, so no FINAL
SELECT toString(event_date) AS subject, count() AS value
FROM events
WHERE site_id = {site_id:String}
  AND event_date BETWEEN {from:Date} AND {to:Date}
  AND event_name = 'pageview'
  AND ({bots:Bool} OR NOT is_bot)
GROUP BY event_date
ORDER BY event_date

-- Question:    which pages of a site were viewed most in a period?
-- Parameters:  site_id, from, to (the last day belongs to the period), limit
-- Sorting key: reads the prefix (site_id, event_date, event_name)
-- Duplicates:  the table holds each event once, so no FINAL
SELECT url AS subject, count() AS value
FROM events
WHERE site_id = {site_id:String}
  AND event_date BETWEEN {from:Date} AND {to:Date}
  AND event_name = 'pageview'
GROUP BY url
ORDER BY value DESC, url
LIMIT {limit:UInt32}

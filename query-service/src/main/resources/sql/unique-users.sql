-- Question:    how many people did a site have on each of its days?
--              A person is identified by the user_id if an event has one, else by the visitor_id.
--              An event with neither is not counted. A user_id never equals a visitor_id.
--              Bots are left out unless bots is true.
-- Parameters:  site_id, from, to (the last day is included), bots
-- Sorting key: reads the prefix (site_id, event_date)
-- Duplicates:  the table holds each event once, so no FINAL (and uniqExact counts a person once anyway)
SELECT toString(event_date) AS subject, uniqExact(user_id, if(user_id = '', visitor_id, 0)) AS value
FROM events
WHERE site_id = {site_id:String}
  AND event_date BETWEEN {from:Date} AND {to:Date}
  AND (user_id != '' OR visitor_id != 0)
  AND ({bots:Bool} OR NOT is_bot)
GROUP BY event_date
ORDER BY event_date

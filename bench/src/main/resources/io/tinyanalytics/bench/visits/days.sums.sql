SELECT day, sum(visitors) AS visitors, sum(visits) AS visits
FROM
(
    SELECT event_date, visit_date, sum(visitor_first) AS first, sum(visit_started) AS started
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1
    GROUP BY event_date, visit_date
)
ARRAY JOIN [event_date, visit_date] AS day, [first, 0] AS visitors, [0, started] AS visits
WHERE day BETWEEN {from:Date} AND {to:Date}
GROUP BY day
ORDER BY day

SELECT day, sum(visitors) AS visitors, sum(visits) AS visits
FROM
(
    SELECT event_date AS day, uniqExact(visitor_id) AS visitors, 0 AS visits
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot AND event_date BETWEEN {from:Date} AND {to:Date}
        AND event_name != 'engagement'
    GROUP BY day
    UNION ALL
    SELECT visit_date AS day, 0 AS visitors, uniqExact(visit_id) AS visits
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    GROUP BY day
)
GROUP BY day
ORDER BY day

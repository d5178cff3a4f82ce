SELECT page, sum(exits) AS exits
FROM
(
    SELECT path AS page, toInt64(countIf(event_name = 'pageview')) AS exits
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    GROUP BY path
    UNION ALL
    SELECT left_path AS page, -toInt64(countIf(event_name = 'pageview')) AS exits
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    GROUP BY left_path
)
WHERE page != ''
GROUP BY page
ORDER BY exits DESC, page
LIMIT 100

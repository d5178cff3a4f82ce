SELECT page, count() AS exits
FROM
(
    SELECT argMaxIf(path, event_time, event_name = 'pageview') AS page
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    GROUP BY visit_id
)
WHERE page != ''
GROUP BY page
ORDER BY exits DESC, page
LIMIT 100

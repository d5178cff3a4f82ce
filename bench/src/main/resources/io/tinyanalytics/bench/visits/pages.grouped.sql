SELECT path, uniqExact(visitor_id) AS visitors
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot AND event_date BETWEEN {from:Date} AND {to:Date}
    AND event_name != 'engagement'
GROUP BY path
ORDER BY visitors DESC, path
LIMIT 100

SELECT source, uniqExact(visitor_id) AS visitors
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot AND event_date BETWEEN {from:Date} AND {to:Date}
    AND event_name != 'engagement'
GROUP BY source
ORDER BY visitors DESC, source
LIMIT 100

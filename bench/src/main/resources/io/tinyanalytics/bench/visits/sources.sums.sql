SELECT source, sum(source_first) AS visitors
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot AND event_date BETWEEN {from:Date} AND {to:Date}
GROUP BY source
ORDER BY visitors DESC, source
LIMIT 100

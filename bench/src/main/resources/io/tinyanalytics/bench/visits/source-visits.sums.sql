SELECT source, sum(visit_started) AS visits, visits - sum(visit_engaged) AS bounces, sum(visit_millis) AS millis
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
GROUP BY source
ORDER BY visits DESC, source
LIMIT 100

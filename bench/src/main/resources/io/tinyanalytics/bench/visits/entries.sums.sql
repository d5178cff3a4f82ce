SELECT entry_path, sum(visit_entered) AS visits,
    sum(visit_entered AND visit_started) - sum(visit_engaged) AS bounces, sum(visit_millis) AS millis
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND entry_path != ''
GROUP BY entry_path
ORDER BY visits DESC, entry_path
LIMIT 100

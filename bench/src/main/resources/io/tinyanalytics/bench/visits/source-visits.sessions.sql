SELECT source, sum(sign) AS visits, sum(sign * is_bounce) AS bounces, sum(sign * millis) AS millis
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}
GROUP BY source
ORDER BY visits DESC, source
LIMIT 100

SELECT entry_path, sum(sign) AS visits, sum(sign * is_bounce) AS bounces, sum(sign * millis) AS millis
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND entry_path != ''
GROUP BY entry_path
ORDER BY visits DESC, entry_path
LIMIT 100

SELECT exit_path AS page, sum(sign) AS exits
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND exit_path != ''
GROUP BY page
ORDER BY exits DESC, page
LIMIT 100

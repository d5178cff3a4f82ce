SELECT browser, sum(sign) AS visits, sum(sign * is_bounce) AS bounces
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND country = 'C1'
GROUP BY browser
ORDER BY visits DESC, browser
LIMIT 100

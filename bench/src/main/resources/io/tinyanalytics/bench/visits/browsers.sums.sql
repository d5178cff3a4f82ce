SELECT browser, sum(visit_started) AS visits, visits - sum(visit_engaged) AS bounces
FROM analytics.events
WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND country = 'C1'
GROUP BY browser
ORDER BY visits DESC, browser
LIMIT 100

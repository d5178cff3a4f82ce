SELECT browser, count() AS visits, countIf(views = 1 AND actions = 1) AS bounces
FROM
(
    SELECT any(browser) AS browser, countIf(event_name = 'pageview') AS views,
        countIf(event_name != 'engagement') AS actions
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
        AND country = 'C1'
    GROUP BY visit_id
)
GROUP BY browser
ORDER BY visits DESC, browser
LIMIT 100

SELECT count() AS visits, countIf(views = 1 AND actions = 1) AS bounces, sum(millis) AS millis, sum(views) AS pageviews
FROM
(
    SELECT countIf(event_name = 'pageview') AS views, countIf(event_name != 'engagement') AS actions,
        dateDiff('millisecond', min(event_time), max(event_time)) AS millis
    FROM analytics.events
    WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
    GROUP BY visit_id
)

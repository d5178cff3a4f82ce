SELECT sum(sign) AS visits, sum(sign * is_bounce) AS bounces, sum(sign * millis) AS millis
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}
    AND visit_id IN
    (
        SELECT visit_id FROM analytics.events
        WHERE site_id = {site:String} AND NOT is_bot
    AND event_date BETWEEN {from:Date} - 1 AND {to:Date} + 1 AND visit_date BETWEEN {from:Date} AND {to:Date}
            AND path = '/page/10' AND event_name = 'pageview'
    )

SELECT sum(sign) AS visits, sum(sign * is_bounce) AS bounces, sum(sign * millis) AS millis,
    sum(sign * pageviews) AS pageviews
FROM peer.sessions
WHERE site_id = {site:String} AND NOT is_bot AND visit_date BETWEEN {from:Date} AND {to:Date}

-- The peer: a table of sessions as Plausible has one. Each event adds a row that cancels the former state
-- of its session and one with the new state; merges leave the last one. Here they are left already.
CREATE DATABASE IF NOT EXISTS peer ENGINE = Atomic;

CREATE TABLE peer.sessions
(
    site_id LowCardinality(String),
    visit_date Date,
    visit_id UInt64,
    visitor_id UInt64,
    began DateTime64(3, 'UTC'),
    ended DateTime64(3, 'UTC'),
    hostname LowCardinality(String),
    entry_path String,
    exit_path String,
    is_bounce UInt8,
    millis UInt32,
    pageviews UInt16,
    events UInt16,
    referrer String,
    source LowCardinality(String),
    country LowCardinality(String),
    device_type LowCardinality(String),
    browser LowCardinality(String),
    browser_version LowCardinality(String),
    os LowCardinality(String),
    language LowCardinality(String),
    is_bot Bool,
    sign Int8
)
ENGINE = CollapsingMergeTree(sign)
PARTITION BY toYYYYMM(visit_date)
ORDER BY (site_id, visit_date, visitor_id, visit_id);

INSERT INTO peer.sessions
SELECT
    any(site_id),
    any(visit_date),
    visit_id,
    argMin(visitor_id, _kafka_offset),
    min(event_time) AS began,
    max(event_time) AS ended,
    argMin(hostname, _kafka_offset),
    argMinIf(path, _kafka_offset, event_name = 'pageview'),
    argMaxIf(path, event_time, event_name = 'pageview'),
    (countIf(event_name = 'pageview') AS views) = 1 AND (countIf(event_name != 'engagement') AS actions) = 1,
    dateDiff('millisecond', began, ended),
    views,
    actions,
    any(visit_referrer),
    any(source),
    any(country),
    any(device_type),
    any(browser),
    any(browser_version),
    any(os),
    any(language),
    any(is_bot),
    1
FROM analytics.events
WHERE toYYYYMM(visit_date) = {month:UInt32}
GROUP BY visit_id;

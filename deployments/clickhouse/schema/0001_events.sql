-- One row for each accepted event, also after failures. Each message of events.raw is a row either here
-- or in discards.
--
-- The table is partitioned by the month in which Kafka appended the message. So one batch is one part in
-- one partition, whatever the dates of its events are. The projection has its own sorting key. It answers
-- which offsets are stored, for the store's probe, the start-up fence and the audit.
CREATE DATABASE IF NOT EXISTS analytics ENGINE = Atomic;

CREATE TABLE IF NOT EXISTS analytics.events
(
    site_id LowCardinality(String),
    event_date Date COMMENT 'day of event_time in the time zone of the site',
    event_time DateTime64(3, 'UTC') COMMENT 'as the client told it, else when the edge received it',
    event_name LowCardinality(String),
    event_id String COMMENT 'unique within the site',
    user_id String COMMENT 'empty if the site named none',
    session_id String COMMENT 'empty if the site named none',
    visitor_id UInt64 COMMENT 'a person of one site and day; 0 if unknown',
    url String,
    hostname LowCardinality(String) COMMENT 'of url, lower case; empty if it has none',
    path String COMMENT 'of url, without query; empty if it has none',
    referrer String,
    source LowCardinality(String) COMMENT 'utm_source, else the host of a referrer from elsewhere; empty if direct',
    utm_source LowCardinality(String),
    utm_medium LowCardinality(String),
    utm_campaign LowCardinality(String),
    utm_term LowCardinality(String),
    utm_content LowCardinality(String),
    country LowCardinality(String) COMMENT 'unknown until an address database is configured',
    device_type LowCardinality(String) COMMENT 'desktop, mobile, tablet, tv, other or unknown',
    browser LowCardinality(String),
    browser_version LowCardinality(String) COMMENT 'major version',
    os LowCardinality(String),
    os_version LowCardinality(String) COMMENT 'major version',
    language LowCardinality(String) COMMENT 'as the client told it, else the first of Accept-Language',
    screen LowCardinality(String),
    is_bot Bool,
    bot_name LowCardinality(String) COMMENT 'empty if not a bot',
    ip_hash FixedString(32) COMMENT 'salted SHA-256 of the address; zeros if unknown',
    payload String COMMENT 'the properties that the site gave: one JSON object, each value as it was sent' CODEC(ZSTD(1)),
    _received_at DateTime64(3, 'UTC') COMMENT 'when the edge received it' CODEC(Delta, ZSTD(1)),
    _appended_at DateTime64(3, 'UTC') COMMENT 'when Kafka appended it' CODEC(Delta, ZSTD(1)),
    _ingested_at DateTime64(3, 'UTC') COMMENT 'when its batch was begun' CODEC(Delta, ZSTD(1)),
    _kafka_partition UInt16,
    _kafka_offset UInt64 CODEC(T64, ZSTD(1)),
    PROJECTION offsets
    (
        SELECT _kafka_partition, _kafka_offset
        ORDER BY _kafka_partition, _kafka_offset
    )
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(_appended_at)
ORDER BY (site_id, event_date, event_name, visitor_id, event_time)
SETTINGS non_replicated_deduplication_window = 10000;

-- A batch arrives every second. A merge of more parts at once rewrites each row less often. With 20
-- instead of the default 5, inserts and merges together use three fifths of the CPU, but the table has
-- twice as many parts.
ALTER TABLE analytics.events MODIFY SETTING merge_selector_base = 20;

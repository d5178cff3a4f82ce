-- The peer: ClickHouse itself reads the topic, a view enriches the events as the seed did, and the
-- seed's table stores them. There is no deduplication, no proof, and no row for an unreadable message.
CREATE DATABASE peer ENGINE = Atomic;

CREATE TABLE peer.events
(
    event_time DateTime64(3, 'UTC'),
    event_date Date,
    event_name LowCardinality(String),
    user_id String,
    session_id String,
    site_id LowCardinality(String),
    url String,
    referrer String,
    utm_source LowCardinality(String),
    utm_medium LowCardinality(String),
    utm_campaign LowCardinality(String),
    country LowCardinality(String),
    device_type LowCardinality(String),
    browser LowCardinality(String),
    os LowCardinality(String),
    ip_hash FixedString(64),
    payload JSON,
    _ingested_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(event_date)
ORDER BY (site_id, event_date, user_id, event_name, event_time);

CREATE TABLE peer.topic
(
    site_id String,
    event_name String,
    url String,
    referrer String,
    user_id String,
    session_id String,
    ts Int64,
    props String,
    ip_prefix String,
    ua String
)
ENGINE = Kafka
SETTINGS kafka_broker_list = '{brokers}', kafka_topic_list = '{topic}', kafka_group_name = 'peer',
    kafka_format = 'JSONEachRow', kafka_num_consumers = 2, kafka_thread_per_consumer = 1;

CREATE MATERIALIZED VIEW peer.enrich TO peer.events AS
WITH lower(ua) AS agent
SELECT
    fromUnixTimestamp64Milli(ts, 'UTC') AS event_time,
    toDate(event_time) AS event_date,
    event_name,
    user_id,
    session_id,
    site_id,
    url,
    referrer,
    extractURLParameter(url, 'utm_source') AS utm_source,
    extractURLParameter(url, 'utm_medium') AS utm_medium,
    extractURLParameter(url, 'utm_campaign') AS utm_campaign,
    'unknown' AS country,
    multiIf(
        position(agent, 'ipad') > 0 OR position(agent, 'tablet') > 0, 'tablet',
        position(agent, 'mobile') > 0, 'mobile',
        agent = '', 'unknown',
        'desktop') AS device_type,
    multiIf(
        position(agent, 'chrome') > 0, 'chrome',
        position(agent, 'firefox') > 0, 'firefox',
        position(agent, 'safari') > 0, 'safari',
        position(agent, 'edge') > 0, 'edge',
        position(agent, 'opera') > 0, 'opera',
        'unknown') AS browser,
    multiIf(
        position(agent, 'windows') > 0, 'windows',
        position(agent, 'mac os') > 0, 'macos',
        position(agent, 'linux') > 0, 'linux',
        position(agent, 'android') > 0, 'android',
        position(agent, 'ios') > 0, 'ios',
        'unknown') AS os,
    lower(hex(SHA256(concat('dev-salt', ip_prefix)))) AS ip_hash,
    if(props = '', '{}', props)::JSON AS payload,
    now64(3, 'UTC') AS _ingested_at
FROM peer.topic;

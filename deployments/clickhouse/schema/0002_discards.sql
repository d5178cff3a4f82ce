-- One row for each message of events.raw that is not a row of events, with the reason. The row is never
-- deleted, because it is part of the proof. The bytes of a malformed message are deleted after 30 days.
CREATE TABLE IF NOT EXISTS analytics.discards
(
    reason LowCardinality(String) COMMENT 'duplicate, conflict, malformed or internal_error',
    detail String COMMENT 'one sentence; empty if the reason says all',
    site_id String COMMENT 'as its header says; empty if it has none',
    event_id String COMMENT 'as its header says; empty if it has none',
    original String COMMENT 'the bytes of a malformed message' TTL toDateTime(_appended_at) + INTERVAL 30 DAY,
    _appended_at DateTime64(3, 'UTC') COMMENT 'when Kafka appended it',
    _ingested_at DateTime64(3, 'UTC') COMMENT 'when its batch was begun',
    _kafka_partition UInt16,
    _kafka_offset UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(_appended_at)
ORDER BY (_kafka_partition, _kafka_offset)
SETTINGS non_replicated_deduplication_window = 10000;

-- How far events and discards are complete, per Kafka partition. The job writes this once a second.
--
-- Both values only grow, and a value that was once correct stays correct. So a merge keeps the maximum
-- of each value per partition. A row that is written twice, or late by a task that was considered dead,
-- changes nothing, and no version column is needed. Read the table with max() and GROUP BY partition, or
-- with FINAL.
CREATE TABLE IF NOT EXISTS analytics.pipeline_progress
(
    partition UInt16 COMMENT 'of events.raw',
    frontier SimpleAggregateFunction(max, UInt64) COMMENT 'the first offset that is neither in events nor in discards',
    complete_as_of SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'what Kafka acknowledged before is stored; 1970 while nothing is known'
)
ENGINE = AggregatingMergeTree
ORDER BY partition;

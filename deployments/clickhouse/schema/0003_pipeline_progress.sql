-- How far events and discards are complete, per Kafka partition; the job writes it once a second.
--
-- Both figures only grow, and whatever was once true of them stays true. So rows of one partition are
-- merged by the greater value of each: a row that is written twice, or late by a task that was thought
-- dead, changes nothing, and no version has to order them. Read with max() and GROUP BY partition, or
-- with FINAL.
CREATE TABLE IF NOT EXISTS analytics.pipeline_progress
(
    partition UInt16 COMMENT 'of events.raw',
    frontier SimpleAggregateFunction(max, UInt64) COMMENT 'the first offset that is neither in events nor in discards',
    complete_as_of SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'what Kafka acknowledged before is stored; 1970 while nothing is known'
)
ENGINE = AggregatingMergeTree
ORDER BY partition;

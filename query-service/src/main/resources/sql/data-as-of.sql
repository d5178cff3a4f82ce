-- Question:    which instant is it before which everything accepted is in the table of events?
--              In milliseconds of the epoch; 0 where no partition is known, or one has no instant.
-- Parameters:  none
-- Sorting key: reads one row per Kafka partition, and those not merged yet
-- Duplicates:  the greatest instant of a partition counts
SELECT toUnixTimestamp64Milli(min(complete_as_of)) AS data_as_of
FROM (SELECT max(complete_as_of) AS complete_as_of FROM pipeline_progress GROUP BY partition)

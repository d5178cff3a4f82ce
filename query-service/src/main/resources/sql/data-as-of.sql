-- Question:    up to which instant does the table events hold everything that was accepted?
--              In milliseconds since the epoch; 0 if no partition is known, or if one has no instant.
-- Parameters:  none
-- Sorting key: reads one row per Kafka partition, and rows that are not merged yet
-- Duplicates:  the greatest instant of a partition counts
SELECT toUnixTimestamp64Milli(min(complete_as_of)) AS data_as_of
FROM (SELECT max(complete_as_of) AS complete_as_of FROM pipeline_progress GROUP BY partition)

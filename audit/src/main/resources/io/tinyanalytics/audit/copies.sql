-- How many rows does each offset of a range have? Absent offsets are left out.
--
-- partition: the Kafka partition; begin: the range's first offset; end: the first one after it.
-- Reads only the range, through the projection offsets of events and the sorting key of discards.
SELECT _kafka_offset, count()
FROM
(
    SELECT _kafka_offset
    FROM events
    WHERE _kafka_partition = {partition:UInt16}
      AND _kafka_offset >= {begin:UInt64} AND _kafka_offset < {end:UInt64}
    UNION ALL
    SELECT _kafka_offset
    FROM discards
    WHERE _kafka_partition = {partition:UInt16}
      AND _kafka_offset >= {begin:UInt64} AND _kafka_offset < {end:UInt64}
)
GROUP BY _kafka_offset
ORDER BY _kafka_offset
FORMAT TabSeparated

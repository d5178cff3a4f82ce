-- How many rows of one partition are events, and how many are discards, by reason? And in
-- each bucket of 65536 offsets: how many rows, how many different offsets, the lowest and
-- the highest offset?
--
-- partition: the Kafka partition; end: the first offset that is not judged.
-- One pass over the projection offsets of events and the sorting key of discards.
SELECT
    grouping(bucket) AS is_reason,
    intDiv(_kafka_offset, 65536) AS bucket,
    reason,
    count() AS rows,
    groupBitmap(toUInt32(bitAnd(_kafka_offset, 65535))) AS offsets,
    min(_kafka_offset) AS lowest,
    max(_kafka_offset) AS highest
FROM
(
    SELECT '' AS reason, _kafka_offset
    FROM events
    WHERE _kafka_partition = {partition:UInt16} AND _kafka_offset < {end:UInt64}
    UNION ALL
    SELECT reason::String, _kafka_offset
    FROM discards
    WHERE _kafka_partition = {partition:UInt16} AND _kafka_offset < {end:UInt64}
)
GROUP BY GROUPING SETS ((bucket), (reason))
ORDER BY is_reason, bucket, reason
FORMAT TabSeparated

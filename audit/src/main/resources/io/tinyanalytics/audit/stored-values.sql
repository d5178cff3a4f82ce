-- Which rows are stored for a range of offsets? The fields have their names on the wire.
--
-- partition: the Kafka partition; begin: the range's first offset; end: the first one after it.
-- Times are milliseconds since the epoch. A field without a value is empty; a hash
-- without a value is all zeros. Later rows of a visit have the screen and the language of its first row.
SELECT offset, reason, fields
FROM
(
    SELECT
        _kafka_offset AS offset,
        '' AS reason,
        CAST(map(
            'site_id', toString(site_id),
            'event_name', toString(event_name),
            'event_id', event_id,
            'user_id', user_id,
            'session_id', session_id,
            'ts', toString(toUnixTimestamp64Milli(event_time)),
            'day', toString(event_date),
            'url', url,
            'referrer', referrer,
            'screen', toString(screen),
            'language', toString(language),
            'later_in_visit', toString(visit_id != 0 AND NOT visit_started),
            'props', payload,
            'engaged_ms', toString(engaged_ms),
            'scroll', toString(scroll),
            'revenue.amount', toString(revenue_amount),
            'revenue.currency', toString(revenue_currency),
            'bot', toString(is_bot),
            'visitor_id', lower(leftPad(hex(visitor_id), 16, '0')),
            'ip_hash', lower(hex(ip_hash)),
            'received_at', toString(toUnixTimestamp64Milli(_received_at)),
            'appended_at', toString(toUnixTimestamp64Milli(_appended_at))), 'Map(String, String)') AS fields
    FROM events
    WHERE _kafka_partition = {partition:UInt16}
      AND _kafka_offset >= {begin:UInt64} AND _kafka_offset < {end:UInt64}
    UNION ALL
    SELECT
        _kafka_offset,
        toString(reason),
        CAST(map(
            'site_id', site_id,
            'event_id', event_id,
            'original', hex(original),
            'appended_at', toString(toUnixTimestamp64Milli(_appended_at))), 'Map(String, String)')
    FROM discards
    WHERE _kafka_partition = {partition:UInt16}
      AND _kafka_offset >= {begin:UInt64} AND _kafka_offset < {end:UInt64}
)
ORDER BY offset
SETTINGS output_format_json_quote_64bit_integers = 0
FORMAT JSONEachRow

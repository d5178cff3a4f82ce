-- What each event changed in its visit. There is no table of visits: every figure of a visit is a sum of
-- these columns over rows that never change. docs/metrics.md has the formulas.
--
-- Rows that were stored before this change belong to no visit.
ALTER TABLE analytics.events
    ADD COLUMN IF NOT EXISTS visit_id UInt64 COMMENT 'the visit; 0 if the event belongs to none' AFTER bot_name,
    ADD COLUMN IF NOT EXISTS visit_date Date COMMENT 'the site''s day on which the visit began' AFTER visit_id,
    ADD COLUMN IF NOT EXISTS visit_began DateTime64(3, 'UTC') COMMENT 'the time of the event that opened the visit' CODEC(Delta, ZSTD(1)) AFTER visit_date,
    ADD COLUMN IF NOT EXISTS visit_started UInt8 COMMENT '1 on the event that opened the visit' AFTER visit_began,
    ADD COLUMN IF NOT EXISTS visit_engaged UInt8 COMMENT '1 on the event that ended the visit''s bounce' AFTER visit_started,
    ADD COLUMN IF NOT EXISTS visit_millis UInt32 COMMENT 'by how many milliseconds the event lengthened the visit' AFTER visit_engaged,
    ADD COLUMN IF NOT EXISTS visit_entered UInt8 COMMENT '1 on the page view by which the visit was entered' AFTER visit_millis,
    ADD COLUMN IF NOT EXISTS entry_path String COMMENT 'the path of that page view; empty before it' AFTER visit_entered,
    ADD COLUMN IF NOT EXISTS left_path String COMMENT 'of a page view: the path of the page view that it replaced as the last one, its own if it is older than the last one' AFTER entry_path,
    ADD COLUMN IF NOT EXISTS visit_referrer String COMMENT 'the referrer of the event that opened the visit' AFTER left_path,
    ADD COLUMN IF NOT EXISTS visitor_first UInt8 COMMENT '1 on the visitor''s first event of the day' AFTER visit_referrer,
    ADD COLUMN IF NOT EXISTS source_first UInt8 COMMENT '1 on the visitor''s first event of the day from this source' AFTER visitor_first,
    ADD COLUMN IF NOT EXISTS page_first UInt8 COMMENT '1 on the visitor''s first event of the day on this host and path' AFTER source_first;

-- The columns that describe a source or a device are the visit's: all its rows have the values of its
-- first event.
ALTER TABLE analytics.events
    COMMENT COLUMN source 'of the visit: utm_source, else the host of a referrer from elsewhere; empty if direct',
    COMMENT COLUMN is_bot 'whether a bot makes the visit';

-- How long and how far a page was read, and what an event brought in. Rows that were stored before have
-- the defaults. If a column is already there, its statement changes nothing.
ALTER TABLE analytics.events ADD COLUMN IF NOT EXISTS engaged_ms UInt32 COMMENT 'how long the visitor was engaged since the last such event; 0 if not reported' AFTER payload;
ALTER TABLE analytics.events ADD COLUMN IF NOT EXISTS scroll UInt8 COMMENT 'how far the visitor scrolled, 0 to 100 per cent; 0 if not reported' AFTER engaged_ms;
ALTER TABLE analytics.events ADD COLUMN IF NOT EXISTS revenue_amount Decimal(18, 4) COMMENT 'what the event brought in; 0 if nothing' AFTER scroll;
ALTER TABLE analytics.events ADD COLUMN IF NOT EXISTS revenue_currency LowCardinality(String) COMMENT 'three capital letters; empty if it brought in nothing' AFTER revenue_amount;

-- Sites have time zones now. Rows that were stored before have the UTC day, which was the site's.
ALTER TABLE analytics.events COMMENT COLUMN event_date 'day of event_time in the time zone of the site';

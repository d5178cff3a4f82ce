-- Properties as text. The type JSON, which installations before had here, rewrites what looks like a
-- date. Rows from before keep what it made of them. Where the column is text already, this does nothing.
ALTER TABLE analytics.events MODIFY COLUMN payload String COMMENT 'the properties that the site gave: one JSON object, each value as it was sent' CODEC(ZSTD(1));

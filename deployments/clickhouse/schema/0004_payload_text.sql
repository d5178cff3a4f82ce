-- Stores properties as text. Older installations used the type JSON here, which rewrites values that look
-- like dates. Rows that were stored before this change keep the rewritten values. If the column is already
-- text, this statement changes nothing.
ALTER TABLE analytics.events MODIFY COLUMN payload String COMMENT 'the properties that the site gave: one JSON object, each value as it was sent' CODEC(ZSTD(1));

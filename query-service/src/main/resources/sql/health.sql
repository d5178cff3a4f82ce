-- Question:    do the tables exist, and may this user read them?
-- Parameters:  none
-- Sorting key: reads no row
-- Duplicates:  not relevant
SELECT site_id, event_date, event_name, url, hostname, path, user_id, visitor_id, is_bot,
       partition, complete_as_of
FROM events CROSS JOIN pipeline_progress
LIMIT 0

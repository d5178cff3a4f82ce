-- Question:    is the table of events there, and may this user read it?
-- Parameters:  none
-- Sorting key: reads no row
-- Duplicates:  none to treat
SELECT site_id, event_date, event_name, url, user_id, visitor_id FROM events LIMIT 0

-- Visits of site-1 around November 2026, one row an event in the order of Kafka. Visit 3 goes on after
-- midnight, visit 4 is opened by a custom event, visit 5 began in October, visit 6 is a bot's, visit 7 has
-- an event that comes late. Visit 0 is a person who opted out, visit 9 belongs to another site.
INSERT INTO analytics.events
(
    visit_id, site_id, is_bot, event_name, event_date, event_time, visitor_id, user_id, path, source,
    visit_date, visit_started, visit_engaged, visit_millis, visit_entered, entry_path, left_path,
    visitor_first, source_first, page_first, engaged_ms, scroll, revenue_amount, revenue_currency
)
VALUES
(1, 'site-1', false, 'pageview', '2026-11-10', '2026-11-10 10:00:00', 11, '', '/', 'google.com', '2026-11-10', 1, 0, 0, 1, '/', '', 1, 1, 1, 0, 0, 0, ''),
(1, 'site-1', false, 'engagement', '2026-11-10', '2026-11-10 10:00:30', 11, '', '/', 'google.com', '2026-11-10', 0, 0, 30000, 0, '/', '', 0, 0, 0, 20000, 50, 0, ''),
(1, 'site-1', false, 'pageview', '2026-11-10', '2026-11-10 10:01:00', 11, '', '/pricing', 'google.com', '2026-11-10', 0, 1, 30000, 0, '/', '/', 0, 0, 1, 0, 0, 0, ''),
(1, 'site-1', false, 'engagement', '2026-11-10', '2026-11-10 10:01:30', 11, '', '/pricing', 'google.com', '2026-11-10', 0, 0, 30000, 0, '/', '', 0, 0, 0, 10000, 30, 0, ''),
(1, 'site-1', false, 'engagement', '2026-11-10', '2026-11-10 10:02:00', 11, '', '/pricing', 'google.com', '2026-11-10', 0, 0, 30000, 0, '/', '', 0, 0, 0, 30000, 80, 0, ''),
(1, 'site-1', false, 'signup', '2026-11-10', '2026-11-10 10:03:00', 11, 'ben', '/pricing', 'google.com', '2026-11-10', 0, 0, 60000, 0, '/', '', 0, 0, 0, 0, 0, 49.9, 'EUR'),
(2, 'site-1', false, 'pageview', '2026-11-10', '2026-11-10 11:00:00', 12, '', '/pricing', '', '2026-11-10', 1, 0, 0, 1, '/pricing', '', 1, 1, 1, 0, 0, 0, ''),
(2, 'site-1', false, 'engagement', '2026-11-10', '2026-11-10 11:00:10', 12, '', '/pricing', '', '2026-11-10', 0, 0, 10000, 0, '/pricing', '', 0, 0, 0, 10000, 40, 0, ''),
(3, 'site-1', false, 'pageview', '2026-11-30', '2026-11-30 23:50:00', 13, '', '/', 'google.com', '2026-11-30', 1, 0, 0, 1, '/', '', 1, 1, 1, 0, 0, 0, ''),
(3, 'site-1', false, 'pageview', '2026-12-01', '2026-12-01 00:05:00', 14, '', '/docs', 'google.com', '2026-11-30', 0, 1, 900000, 0, '/', '/', 1, 1, 1, 0, 0, 0, ''),
(4, 'site-1', false, 'signup', '2026-11-12', '2026-11-12 12:00:00', 15, 'anna', '/docs', '', '2026-11-12', 1, 1, 0, 0, '', '', 1, 1, 1, 0, 0, 10.05, 'EUR'),
(4, 'site-1', false, 'pageview', '2026-11-12', '2026-11-12 12:01:00', 15, 'anna', '/docs', '', '2026-11-12', 0, 0, 60000, 1, '/docs', '', 0, 0, 0, 0, 0, 0, ''),
(5, 'site-1', false, 'pageview', '2026-10-31', '2026-10-31 23:55:00', 16, '', '/', 'google.com', '2026-10-31', 1, 0, 0, 1, '/', '', 1, 1, 1, 0, 0, 0, ''),
(5, 'site-1', false, 'pageview', '2026-11-01', '2026-11-01 00:04:00', 17, '', '/pricing', 'google.com', '2026-10-31', 0, 1, 540000, 0, '/', '/', 1, 1, 1, 0, 0, 0, ''),
(6, 'site-1', true, 'pageview', '2026-11-10', '2026-11-10 10:30:00', 19, '', '/', 'google.com', '2026-11-10', 1, 0, 0, 1, '/', '', 1, 1, 1, 0, 0, 0, ''),
(7, 'site-1', false, 'pageview', '2026-11-15', '2026-11-15 09:00:00', 18, '', '/a', 'news.example', '2026-11-15', 1, 0, 0, 1, '/a', '', 1, 1, 1, 0, 0, 0, ''),
(7, 'site-1', false, 'pageview', '2026-11-15', '2026-11-15 09:02:00', 18, '', '/c', 'news.example', '2026-11-15', 0, 1, 120000, 0, '/a', '/a', 0, 0, 1, 0, 0, 0, ''),
(7, 'site-1', false, 'pageview', '2026-11-15', '2026-11-15 09:01:00', 18, '', '/b', 'news.example', '2026-11-15', 0, 0, 0, 0, '/a', '/b', 0, 0, 1, 0, 0, 0, ''),
(0, 'site-1', false, 'pageview', '2026-11-11', '2026-11-11 08:00:00', 0, '', '/pricing', 'google.com', '1970-01-01', 0, 0, 0, 0, '', '', 0, 0, 0, 0, 0, 0, ''),
(9, 'site-2', false, 'pageview', '2026-11-10', '2026-11-10 10:00:00', 20, '', '/', 'google.com', '2026-11-10', 1, 0, 0, 1, '/', '', 1, 1, 1, 0, 0, 0, '');

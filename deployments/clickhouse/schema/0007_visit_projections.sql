-- Sums by day, kept in the parts of the table itself: they answer a dashboard's figures by page, entry page,
-- exit page, source and device without reading the rows, and cannot say anything else than the rows.
--
-- They take 10 bytes and 4 microseconds of CPU time an event (docs/benchmarks.md, visits). Each begins with
-- is_bot, because figures leave bots out, and has both days: figures of events go by event_date, those of
-- visits by visit_date. New parts have them at once. ./scripts/up lets ClickHouse add them to old parts.

-- Page views, visitors and time by page. Only here the host is a key: a page is a host and a path.
ALTER TABLE analytics.events ADD PROJECTION IF NOT EXISTS visit_pages
(
    SELECT site_id, is_bot, event_date, visit_date, hostname, path,
        countIf(event_name = 'pageview'), countIf(event_name != 'engagement'), sum(page_first), sum(engaged_ms)
    GROUP BY site_id, is_bot, event_date, visit_date, hostname, path
);

-- Visits, bounces and duration by entry page.
ALTER TABLE analytics.events ADD PROJECTION IF NOT EXISTS visit_entries
(
    SELECT site_id, is_bot, event_date, visit_date, entry_path,
        sum(visit_entered), sum(visit_entered AND visit_started), sum(visit_engaged), sum(visit_millis)
    GROUP BY site_id, is_bot, event_date, visit_date, entry_path
);

-- Exit pages: these page views are taken from those of visit_pages.
ALTER TABLE analytics.events ADD PROJECTION IF NOT EXISTS visit_exits
(
    SELECT site_id, is_bot, event_date, visit_date, left_path, countIf(event_name = 'pageview')
    GROUP BY site_id, is_bot, event_date, visit_date, left_path
);

-- Figures by source, and, summed over the sources, those of the whole site by day.
ALTER TABLE analytics.events ADD PROJECTION IF NOT EXISTS visit_sources
(
    SELECT site_id, is_bot, event_date, visit_date, source,
        countIf(event_name = 'pageview'), countIf(event_name != 'engagement'), sum(visitor_first),
        sum(source_first), sum(visit_started), sum(visit_engaged), sum(visit_millis)
    GROUP BY site_id, is_bot, event_date, visit_date, source
);

-- Figures by country, device, browser and system, in any combination.
ALTER TABLE analytics.events ADD PROJECTION IF NOT EXISTS visit_devices
(
    SELECT site_id, is_bot, event_date, visit_date, country, device_type, browser, os,
        countIf(event_name = 'pageview'), countIf(event_name != 'engagement'), sum(visitor_first),
        sum(visit_started), sum(visit_engaged), sum(visit_millis)
    GROUP BY site_id, is_bot, event_date, visit_date, country, device_type, browser, os
);

-- Rows as the job would write them, made from numbers and always the same. Each number is a person on one
-- day of 2025 with one to three visits, two hours apart. Even numbers visit site-1, the others one of 200
-- small sites. In one visit of 40, the last two events come in the wrong order. A visit late in the evening
-- goes on after midnight; then the person has another visitor id.
INSERT INTO analytics.events
(
    site_id, event_date, event_time, event_name, event_id, visitor_id, url, hostname, path, source, country,
    device_type, browser, browser_version, os, language, is_bot, visit_id, visit_date, visit_began,
    visit_started, visit_engaged, visit_millis, visit_entered, entry_path, left_path, visit_referrer,
    visitor_first, source_first, page_first, _appended_at, _kafka_offset
)
WITH
    arraySlice(times, place - step, step) AS times_before,
    arraySlice(names, place - step, step) AS names_before,
    arraySlice(paths, place - step, step) AS paths_before,
    arrayFilter((time, name) -> name = 'pageview', times_before, names_before) AS view_times_before,
    arrayFilter((path, name) -> name = 'pageview', paths_before, names_before) AS views_before,
    arrayFilter(name -> name != 'engagement', names_before) AS actions_before,
    event_name = 'pageview' AS is_view,
    cityHash64(person, visit) AS chance,
    if(chance % 10 < 3, '', format('source-{}.example', toUInt32(pow(300, chance % 9973 / 9973)))) AS visit_source
SELECT
    site_id,
    event_date,
    fromUnixTimestamp64Milli(time, 'UTC') AS event_time,
    event_name,
    toString(toUUID(sipHash128(person, place))) AS event_id,
    cityHash64(site_id, person, event_date) AS visitor_id,
    format('https://{}{}', hostname, path) AS url,
    if(path LIKE '%7', 'blog.example.com', 'www.example.com') AS hostname,
    path,
    visit_source AS source,
    format('C{}', toUInt32(pow(60, person_chance % 9949 / 9949))) AS country,
    ['desktop', 'mobile', 'mobile', 'tablet'][person_chance % 7 % 4 + 1] AS device_type,
    ['Chrome', 'Safari', 'Firefox', 'Edge', 'Opera', 'Samsung'][toUInt32(pow(6, person_chance % 9941 / 9941))] AS browser,
    toString(120 + person_chance % 11 % 8) AS browser_version,
    ['Windows', 'Android', 'iOS', 'macOS', 'Linux'][toUInt32(pow(5, person_chance % 9931 / 9931))] AS os,
    ['en', 'de', 'fr', 'es'][person_chance % 13 % 4 + 1] AS language,
    person_chance % 33 = 0 AS is_bot,
    cityHash64(person, visit, 'visit') AS visit_id,
    toDate(fromUnixTimestamp64Milli(times[place - step], 'UTC')) AS visit_date,
    fromUnixTimestamp64Milli(times[place - step], 'UTC') AS visit_began,
    step = 0 AS visit_started,
    if(step = 0, NOT is_view, event_name != 'engagement' AND actions_before = ['pageview']) AS visit_engaged,
    if(step = 0, 0, greatest(0, arrayMin(times_before) - time) + greatest(0, time - arrayMax(times_before))) AS visit_millis,
    is_view AND empty(views_before) AS visit_entered,
    multiIf(notEmpty(views_before), views_before[1], is_view, path, '') AS entry_path,
    multiIf(
        NOT is_view OR empty(views_before), '',
        time >= arrayMax(view_times_before), arrayReduce('argMax', views_before, view_times_before),
        path) AS left_path,
    if(visit_source = '', '', format('https://{}/', visit_source)) AS visit_referrer,
    event_name != 'engagement' AND visitor_time = 1 AS visitor_first,
    event_name != 'engagement' AND source_time = 1 AS source_first,
    event_name != 'engagement' AND page_time = 1 AS page_first,
    fromUnixTimestamp64Milli(time, 'UTC') AS _appended_at,
    person * 64 + place AS _kafka_offset
FROM
(
    WITH
        arrayMap(time -> toDate(fromUnixTimestamp64Milli(time, 'UTC')), times) AS dates,
        arrayMap(name -> name = 'engagement', names) AS kinds,
        arrayMap(visit -> cityHash64(person, visit) % 10 < 3
            ? 0 : toUInt32(pow(300, cityHash64(person, visit) % 9973 / 9973)), visits) AS sources
    SELECT
        person,
        person_chance,
        if(person % 2 = 0, 'site-1', format('small-{}', person_chance % 200)) AS site_id,
        visits,
        steps,
        names,
        times,
        arrayMap(view -> format('/page/{}', toUInt32(pow(5000, cityHash64(person, view) % 9967 / 9967))),
            arrayCumSum(name -> name = 'pageview', names)) AS paths,
        dates,
        arrayEnumerateUniq(dates, kinds) AS visitor_times,
        arrayEnumerateUniq(dates, kinds, sources) AS source_times,
        arrayEnumerateUniq(dates, kinds, paths) AS page_times
    FROM
    (
        WITH
            toUnixTimestamp64Milli(toDateTime64('2025-01-01 00:00:00', 3, 'UTC')
                + INTERVAL intDiv(person * 365, {people:UInt64}) DAY) + person_chance % 86400 * 1000 AS begin,
            arrayMap((visit, step) -> cityHash64(person, visit, step), visits, steps) AS chances,
            arrayMap((visit, step) -> lengths[visit + 1] > 2 AND cityHash64(person, visit) % 40 = 0
                AND step >= lengths[visit + 1] - 2 ? 2 * lengths[visit + 1] - 3 - step : step, visits, steps) AS moments
        SELECT
            person,
            person_chance,
            visits,
            steps,
            arrayMap((step, chance, former) -> multiIf(
                step = 0, chance % 100 < 97 ? 'pageview' : 'signup',
                step = 1 AND former % 100 >= 97, 'pageview',
                chance % 100 < 75, 'pageview',
                chance % 100 < 88, 'engagement',
                'signup'), steps, chances, arrayPushFront(arrayPopBack(chances), 0)) AS names,
            arrayMap((visit, moment) -> toInt64(begin + visit * 7200000 + moment * 45000
                + cityHash64(person, visit, moment) % 40000), visits, moments) AS times
        FROM
        (
            SELECT
                number AS person,
                cityHash64(person) AS person_chance,
                multiIf(person_chance % 100 < 75, 1, person_chance % 100 < 95, 2, 3) AS visit_count,
                arrayMap(visit -> [1, 1, 1, 1, 2, 2, 3, 3, 4, 7][cityHash64(person, visit, 'length') % 10 + 1],
                    range(visit_count)) AS lengths,
                arrayFlatten(arrayMap((visit, length) -> arrayWithConstant(length, visit), range(visit_count), lengths)) AS visits,
                arrayFlatten(arrayMap(length -> range(length), lengths)) AS steps
            FROM numbers({first:UInt64}, {count:UInt64})
        )
    )
)
ARRAY JOIN
    arrayEnumerate(visits) AS place,
    visits AS visit,
    steps AS step,
    names AS event_name,
    times AS time,
    paths AS path,
    dates AS event_date,
    visitor_times AS visitor_time,
    source_times AS source_time,
    page_times AS page_time

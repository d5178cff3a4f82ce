package io.tinyanalytics.pipeline.store.writer;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.EventDetails;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.event.Revenue;
import io.tinyanalytics.pipeline.CountingMetrics;
import io.tinyanalytics.pipeline.TestMessages;
import io.tinyanalytics.pipeline.TestRows;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.enrich.EventEncoder;
import io.tinyanalytics.pipeline.store.RecordedRequest;
import io.tinyanalytics.pipeline.store.TestBatches;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import io.tinyanalytics.pipeline.store.committer.BatchCommitter;
import io.tinyanalytics.pipeline.store.committer.BatchTable;
import io.tinyanalytics.pipeline.store.committer.StoreMetrics;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.Page;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.Texts;
import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitChange.Firsts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the writer sends fits the tables of the schema that ships, whatever a client says: one row
 * that ClickHouse refused would hold up its batch, and with it the job, for ever.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS) // a refused block would be tried for ever
final class SchemaIT {

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
  }

  @ParameterizedTest
  @EnumSource
  void fillsEachColumnOfTheSchema(StoreTable table) throws IOException {
    List<String> columns =
        store.query(
            "SELECT name FROM system.columns WHERE database = 'analytics' AND table = '%s'"
                .formatted(table.tableName()));

    assertThat(BatchWriter.columns(table).block().columns())
        .extracting(Column::name)
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void storesEachValueOfAnEventInItsColumn() throws Exception {
    RawEvent raw =
        TestMessages.event("e-1", "https://example.com/docs?utm_source=news", "{\"plan\":\"pro\"}");
    EnrichedEvent event =
        new EnrichedEvent(
            raw,
            new Page("example.com", "/docs", "utm_source=news"),
            new Campaign("news", "email", "spring", "tea", "top"),
            "origin",
            new Device("mobile", "safari", "17", "ios", "18", "Bot"),
            "de-AT");

    EventRow row = new EventEncoder().encode(event, 1);
    VisitChange change =
        new VisitChange(
            -2,
            20_512,
            NOON - 1_000,
            true,
            true,
            86_400_000,
            true,
            new Texts().add("/entry").pack(),
            new Texts().add("/left").pack(),
            new Firsts(true, true, true),
            row.attributes());

    store(StoreRow.of(new Coordinates(3, 1L << 40, NOON + 500), row, change));

    assertThat(
            store.query(
                "SELECT * EXCEPT (_ingested_at, ip_hash), hex(ip_hash) FROM analytics.events FORMAT TSV"))
        .containsExactly(
            String.join(
                "\t",
                "site-1",
                "2026-03-01",
                "2026-03-01 12:00:00.000",
                "pageview",
                "e-1",
                "user-1",
                "session-1",
                String.valueOf(0x00f1e2d3c4b5a697L),
                "https://example.com/docs?utm_source=news",
                "example.com",
                "/docs",
                "https://search.example/?q=tea",
                "origin",
                "news",
                "email",
                "spring",
                "tea",
                "top",
                "unknown",
                "mobile",
                "safari",
                "17",
                "ios",
                "18",
                "de-AT",
                "1920x1080",
                "true",
                "Bot",
                "18446744073709551614",
                "2026-02-28",
                "2026-03-01 11:59:59.000",
                "1",
                "1",
                "86400000",
                "1",
                "/entry",
                "/left",
                "https://search.example/?q=tea",
                "1",
                "1",
                "1",
                "{\"plan\":\"pro\"}",
                "0",
                "0",
                "0",
                "",
                "2026-03-01 12:00:00.250",
                "2026-03-01 12:00:00.500",
                "3",
                String.valueOf(1L << 40),
                "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,        0,   0,                   '',  0",
    "1,        1,   1,                   EUR, 0.0001",
    "86400000, 100, 999999999999999999,  JPY, 99999999999999.9999",
    "15000,    60,  -999999999999999999, USD, -99999999999999.9999",
    "15000,    60,  125000,              EUR, 12.5"
  })
  void storesTheDetailsOfAnEvent(
      int engagedMillis, int scroll, long units, String currency, String amount) throws Exception {
    Revenue revenue = currency.isEmpty() ? null : new Revenue(units, currency);
    RawEvent plain = TestMessages.pageview("e-1", "/");
    ClientEvent event =
        plain.event().withDetails(new EventDetails(engagedMillis, scroll, revenue, "p-1", true));
    RawEvent raw = new RawEvent("e-1", event, plain.origin(), NOON);

    store(TestRows.event(new Coordinates(0, 1, NOON), EventJson.readRaw(EventJson.write(raw))));

    assertThat(
            store.query(
                "SELECT engaged_ms, scroll, revenue_amount, revenue_currency FROM analytics.events"))
        .containsExactly("%d\t%d\t%s\t%s".formatted(engagedMillis, scroll, amount, currency));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-28", "2026-03-01", "2026-03-02"})
  void storesTheDayOfTheSite(LocalDate day) throws Exception {
    RawEvent plain = TestMessages.pageview("e-1", "/");
    RawEvent raw = new RawEvent("e-1", plain.event(), plain.origin(), NOON, day);

    store(TestRows.event(new Coordinates(0, 1, NOON), EventJson.readRaw(EventJson.write(raw))));

    assertThat(store.query("SELECT event_date, event_time FROM analytics.events"))
        .containsExactly(day + "\t2026-03-01 12:00:00.000");
  }

  @Test
  void storesEachValueOfADiscardInItsColumn() throws Exception {
    long now = System.currentTimeMillis(); // the bytes of an old message are gone at once
    store(TestRows.discard(new Coordinates(3, 7, now), new byte[] {0, (byte) 0xff, '\n'}));

    assertThat(
            store.query(
                "SELECT * EXCEPT (original, _appended_at, _ingested_at), hex(original), toUnixTimestamp64Milli(_appended_at) FROM analytics.discards FORMAT TSV"))
        .containsExactly("malformed\tthe reason\tsite-1\te-1\t3\t7\t00FF0A\t" + now);
  }

  static Stream<String> nastyProps() {
    return Stream.of(
        "{}",
        "{\"a\":null}",
        "{\"a\":{}}",
        "{\"a\":[]}",
        "{\"a\":[[],[[]],{}]}",
        "{\"\":1}",
        "{\"\":{\"\":{\"\":1}}}",
        "{\".\":1,\"..\":2}",
        "{\"a.b\":1,\"a\":{\"b\":2}}",
        "{\"a\":[{\"b.c\":1,\"b\":{\"c\":2}}]}",
        "{\"%2E\":1,\"%\":2,\"%25\":3}",
        "{\"a\\u0000b\":\"\\u0000\",\"\\u0001\\n\":\"\\u001f\\b\\f\"}",
        "{\"🙂\":\"🙃\\ud83d\\ude00\"}",
        "{\"n\":[0,-0,-0.0,1e-400,5e-324,1e400,-1e400,18446744073709551616]}",
        "{\"x\":1e-400}",
        "{\"x\":5e-324}",
        "{\"x\":-0.0}",
        "{\"x\":1.7976931348623157e308}",
        "{\"x\":1e999999}",
        "{\"x\":1e-999999}",
        "{\"x\":0.0000000000000000000000000000000000000000000000000000000000001}",
        "{\"x\":-9223372036854775808}",
        "{\"x\":18446744073709551615}",
        "{\"x\":\"9999-99-99\"}",
        "{\"x\":\"2300-01-01 00:00:00\"}",
        "{\"x\":\"2026-03-01\"}",
        "{\"x\":true}",
        "{\"x\":{\"y\":1}}",
        "{\"x\":[1,\"a\",true,null,{\"y\":[2,{\"z\":3}]},[4]]}",
        "{\"x\":[{\"y\":1},{\"y\":\"a\"},{\"y\":[1]},{\"y\":{\"z\":1}},null]}",
        "{\"_kafka_offset\":1,\"payload\":{\"payload\":1},\"null\":null,\"size0\":1}",
        "{\"long\":\"%s\"}".formatted("é".repeat(31_000)),
        "{\"%s\":1}".formatted("k".repeat(256)),
        manyKeys(3_000, ""),
        manyKeys(3_000, "other-"),
        "{\"x\":%s}".formatted(manyKeys(1_500, "")),
        "{\"x\":[%s,%s]}".formatted(manyKeys(1_000, ""), manyKeys(1_000, "other-")),
        nested("{\"a\":", "1", "}", 30),
        nested("{\"\":", "1", "}", 30),
        nested("[", "", "]", 29, "{\"a\":", "}"),
        nested("[{\"a\":", "1", "}]", 14, "{\"a\":", "}"));
  }

  @ParameterizedTest
  @MethodSource("nastyProps")
  void storesPropsOfAnyShape(String props) throws Exception {
    store(row(0, props));

    assertThat(payloads()).containsExactly(Tokens.of(props));
  }

  @Test
  void storesPropsOfAllShapesInOneBlock() throws Exception {
    List<String> props = nastyProps().toList();

    store(rows(props));

    assertThat(payloads()).containsExactlyElementsOf(Tokens.ofAll(props));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void storesRandomProps(long seed) throws Exception {
    RandomProps random = new RandomProps(seed);
    List<String> props = Stream.generate(random::next).limit(2_000).toList();

    store(rows(props));

    assertThat(payloads()).containsExactlyElementsOf(Tokens.ofAll(props));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\t\n\r\b\f\\N\\'\"`",
        "🙂 é \u202e \uffff",
        "{{_kafka_offset}} {a:String}",
        "'; DROP TABLE analytics.events; --"
      })
  void givesBackTextAsItWas(String text) throws Exception {
    ClientEvent event = new ClientEvent(text, text, text, text, text, text, NOON, null, text, text);
    RawEvent raw = new RawEvent("e-1", event, TestMessages.pageview("e-1", text).origin(), NOON);

    store(TestRows.event(new Coordinates(0, 1, NOON), EventJson.readRaw(EventJson.write(raw))));

    String hex = HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
    assertThat(
            store.query(
                "SELECT hex(site_id), hex(event_name), hex(url), hex(referrer), hex(user_id), hex(session_id), hex(screen) FROM analytics.events"))
        .containsExactly(String.join("\t", List.of(hex, hex, hex, hex, hex, hex, hex)));
  }

  private static String manyKeys(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%s%d\":%d".formatted(prefix, i, i))
        .collect(joining(",", "{", "}"));
  }

  private static String nested(String open, String core, String close, int times) {
    return open.repeat(times) + core + close.repeat(times);
  }

  private static String nested(
      String open, String core, String close, int times, String begin, String end) {
    return begin + nested(open, core, close, times) + end;
  }

  private static StoreRow[] rows(List<String> props) throws EventFormatException {
    List<StoreRow> rows = new ArrayList<>();
    for (int i = 0; i < props.size(); i++) {
      rows.add(row(i, props.get(i)));
    }
    return rows.toArray(StoreRow[]::new);
  }

  /** The row of an event of one of two sites, on the way from its client to the store. */
  private static StoreRow row(long offset, String props) throws EventFormatException {
    ClientEvent event =
        EventJson.readCollected(
                "{\"site_id\":\"site-%d\",\"event_name\":\"a\",\"ts\":1,\"props\":%s}"
                    .formatted(offset % 2, props)
                    .getBytes(UTF_8))
            .event();
    RawEvent raw =
        new RawEvent("e-" + offset, event, TestMessages.pageview("e-1", "/").origin(), NOON);
    return TestRows.event(
        new Coordinates(0, offset, NOON), EventJson.readRaw(EventJson.write(raw)));
  }

  private static void store(StoreRow... rows) throws IOException, InterruptedException {
    new BatchCommitter(new BatchTable(store.endpoint()), new StoreMetrics(new CountingMetrics()))
        .commit(RecordedRequest.of(List.of(TestBatches.sealed(rows))));
  }

  /** The tokens of each row's payload, in the order of the messages. */
  private static List<List<String>> payloads() throws IOException {
    return store.query("SELECT hex(payload) FROM analytics.events ORDER BY _kafka_offset").stream()
        .map(hex -> Tokens.of(new String(HexFormat.of().parseHex(hex), UTF_8)))
        .toList();
  }
}

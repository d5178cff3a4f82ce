package io.tinyanalytics.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventJsonTest {

  @Test
  void writesMessagesAsTheGoldenFilesStand() throws IOException {
    assertThat(EventJson.write(TestEvents.RAW_PURCHASE)).isEqualTo(golden("raw-full.json"));
    assertThat(EventJson.write(TestEvents.RAW_PAGEVIEW)).isEqualTo(golden("raw-least.json"));
  }

  @Test
  void readsMessagesOfTheGoldenFiles() throws Exception {
    assertThat(EventJson.readRaw(golden("raw-full.json"))).isEqualTo(TestEvents.RAW_PURCHASE);
    assertThat(EventJson.readRaw(golden("raw-least.json"))).isEqualTo(TestEvents.RAW_PAGEVIEW);
  }

  @Test
  void readsWhatClientsPost() throws Exception {
    assertThat(EventJson.readCollected(golden("collected-full.json")))
        .isEqualTo(
            new CollectedEvent(
                TestEvents.PURCHASE, "order-4711:1", "203.0.113.9", TestEvents.FIREFOX));
    assertThat(EventJson.readCollected(golden("collected-least.json")))
        .isEqualTo(new CollectedEvent(TestEvents.PAGEVIEW, null, null, null));
  }

  @Test
  void writesWhatClientsPost() throws Exception {
    CollectedEvent full = EventJson.readCollected(golden("collected-full.json"));
    assertThat(EventJson.readCollected(EventJson.write(full))).isEqualTo(full);
    CollectedEvent least = EventJson.readCollected(golden("collected-least.json"));
    assertThat(EventJson.readCollected(EventJson.write(least))).isEqualTo(least);
  }

  @Test
  void neverReadsAnAddressFromAMessage() throws Exception {
    RawEvent raw =
        EventJson.readRaw(
            json(
                "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,'ip':'::1'}"));

    assertThat(new String(EventJson.write(raw), UTF_8)).doesNotContain("::1");
  }

  @Test
  void repairsWhatAClientCannot() throws Exception {
    String referrer = "https://user:secret@search.example/" + "x".repeat(EventLimits.URL_LENGTH);
    ClientEvent event =
        EventJson.readCollected(
                json(
                    "{'site_id':'s','event_name':' e\\ud83d ','user_id':'\\ude42u',"
                        + "'url':'https://user:secret@example.com/','referrer':'"
                        + referrer
                        + "','props':{'k\\ud83d':['\\ude42',{'a':'\\ud83d\\ude42'}]}}"))
            .event();

    assertThat(event)
        .isEqualTo(
            new ClientEvent(
                "s",
                "e\ufffd",
                "https://example.com/",
                "https://search.example/",
                "\ufffdu",
                null,
                0,
                "{\"k\ufffd\":[\"\ufffd\",{\"a\":\"\ud83d\ude42\"}]}",
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'url':'\\ud800'", "'props':{'a':'\\udc00'}", "'props':{'a':['\\ud800']}"})
  void repairsNothingInAMessage(String field) {
    String start = "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,";

    EventFormatException refusal =
        catchThrowableOfType(
            EventFormatException.class, () -> EventJson.readRaw(json(start + field + "}")));

    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_VALUE);
  }

  @Test
  void readsAMessageAsOlderEdgesWroteIt() throws Exception {
    RawEvent raw =
        EventJson.readRaw(
            json(
                "{'event_id':'a','site_id':'s','event_name':' e ','ts':1,'received_at':1,"
                    + "'url':'https://user:secret@example.com/'}"));

    assertThat(raw.event().eventName()).isEqualTo(" e ");
    assertThat(raw.event().url()).isEqualTo("https://user:secret@example.com/");
  }

  @Test
  void takesTheUtcDayWhereAMessageNamesNone() throws Exception {
    RawEvent raw =
        EventJson.readRaw(
            json(
                "{'event_id':'a','site_id':'s','event_name':'e','ts':1700000000000,'received_at':1}"));

    assertThat(raw.day()).isEqualTo("2023-11-14");
    assertThat(raw.event().details()).isSameAs(EventDetails.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-30",
    "2023-11-1",
    "2023-11-145",
    "2023/11/14",
    "20231114ab",
    "+023-11-14",
    "١٢٣٤-11-14"
  })
  void refusesAMessageWhoseDayIsNone(String day) {
    String message =
        "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,'day':'";

    EventFormatException refusal =
        catchThrowableOfType(
            EventFormatException.class, () -> EventJson.readRaw(json(message + day + "'}")));

    assertThat(refusal).hasMessageStartingWith("day must be a day ");
  }

  @Test
  void repairsEachEventOfABatch() throws Exception {
    String event = "{'site_id':'s','event_name':' e\\ud83d'}";

    assertThat(EventJson.readBatch(json("{'events':[" + event + "," + event + "]}")))
        .extracting(item -> collected(item).event().eventName())
        .containsExactly("e\ufffd", "e\ufffd");
    assertThat(EventJson.readBatchLines(json(event + "\n" + event)))
        .extracting(item -> collected(item).event().eventName())
        .containsExactly("e\ufffd", "e\ufffd");
  }

  @Test
  void readsAKeyThatHoldsAnEmoji() throws Exception {
    String escaped = "{'site_id':'s','event_name':'e','props':{'\\ud83d\\ude42':1}}";

    assertThat(EventJson.readCollected(json(escaped)).event().props())
        .isEqualTo("{\"\ud83d\ude42\":1}");
  }

  @Test
  void letsTheLastOfTwoFieldsCountInAMessageButNotInItsProperties() throws Exception {
    String start = "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,";

    assertThat(EventJson.readRaw(json(start + "'ts':2}")).event().tsMillis()).isEqualTo(2);
    assertThat(
            catchThrowableOfType(
                EventFormatException.class,
                () -> EventJson.readRaw(json(start + "'props':{'p':{'k':1,'k':2}}}"))))
        .hasMessage("the body is not well-formed JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          'bot':true,'bot_name':'acme-monitor' | acme-monitor
          'bot_name':'acme-monitor'            | acme-monitor
          'bot':true                           | bot
          'bot':true,'bot_name':''             | bot
          'bot':false                          | -
          'bot':null,'bot_name':null           | -
          """)
  void readsTheNameOfABotAlsoFromMessagesThatGaveNone(String fields, @Nullable String name)
      throws Exception {
    String start = "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,";

    assertThat(EventJson.readRaw(json(start + fields + "}")).origin().botName()).isEqualTo(name);
  }

  @Test
  void namesContentAliveToValuesAndDeafToWhiteSpaceAndFieldOrder() throws Exception {
    String hash = contentHash("{'site_id':'s','event_name':'e','props':{'a':1}}");

    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(contentHash("{ 'props' : {'a': 1},\n'event_name':'e', 'site_id':'s', 'ts':0 }"))
        .isEqualTo(hash);
    assertThat(contentHash("{'site_id':'s','event_name':'e','props':{'a':2}}")).isNotEqualTo(hash);
    assertThat(contentHash("{'site_id':'s','event_name':'e','props':{'a':1},'ts':7}"))
        .isNotEqualTo(hash);
    assertThat(contentHash("{'site_id':'s','event_name':'e','props':{'a':1},'ip':'::1'}"))
        .isNotEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``                                                       | MALFORMED_JSON
          hello                                                    | MALFORMED_JSON
          []                                                       | MALFORMED_JSON
          {'site_id':'s','event_name':'e'                          | MALFORMED_JSON
          {'site_id':'s','event_name':'e'} {}                      | MALFORMED_JSON
          {'site_id':'s','site_id':'t','event_name':'e'}           | MALFORMED_JSON
          {'site_id':'s','event_name':'e','props':{'a':1,'a':2}}   | MALFORMED_JSON
          {'event_name':'e'}                                       | MISSING_FIELD
          {'site_id':'','event_name':'e'}                          | MISSING_FIELD
          {'site_id':null,'event_name':'e'}                        | MISSING_FIELD
          {'site_id':'s'}                                          | MISSING_FIELD
          {'site_id':7,'event_name':'e'}                           | INVALID_VALUE
          {'site_id':'s','event_name':'e','ts':'1'}                | INVALID_VALUE
          {'site_id':'s','event_name':'e','ts':1.5}                | INVALID_VALUE
          {'site_id':'s','event_name':'e','ts':99999999999999999999} | INVALID_VALUE
          {'site_id':'s','event_name':'e','props':[1]}             | INVALID_VALUE
          {'site_id':'s','event_name':'e','event_id':'a b'}        | INVALID_VALUE
          {'site_id':'s','event_name':' \\t '}                      | MISSING_FIELD
          {'site_id':'s','event_name':'e','props':{'\\ud800':1,'\\ud801':2}} | MALFORMED_JSON
          """)
  void refusesWhatIsNoEvent(String body, Problem problem) {
    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> EventJson.readCollected(json(body)));

    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'engaged_ms':1",
        "'scroll':1",
        "'revenue':{'amount':0,'currency':'EUR'}",
        "'page_view_id':'a'",
        "'webdriver':true"
      })
  void namesContentByItsDetailsOnlyWhereThereAreAny(String detail) throws Exception {
    String event = "{'site_id':'s','event_name':'e','props':{'a':1}%s}";
    String none =
        ",'engaged_ms':0,'scroll':null,'revenue':null,'page_view_id':'','webdriver':false";

    assertThat(contentHash(event.formatted("")))
        .as("as versions without details computed it")
        .isEqualTo("f901a8f3b71eb44f");
    assertThat(contentHash(event.formatted(none))).isEqualTo("f901a8f3b71eb44f");
    assertThat(contentHash(event.formatted("," + detail))).isNotEqualTo("f901a8f3b71eb44f");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          'engaged_ms':-1          | engaged_ms must be a whole number from 0 to 86400000
          'engaged_ms':86400001    | engaged_ms must be a whole number from 0 to 86400000
          'engaged_ms':4294967296  | engaged_ms must be a whole number from 0 to 86400000
          'engaged_ms':1.0         | engaged_ms must be a whole number from 0 to 86400000
          'engaged_ms':'1'         | engaged_ms must be a whole number from 0 to 86400000
          'scroll':101             | scroll must be a whole number from 0 to 100
          'scroll':{}              | scroll must be a whole number from 0 to 100
          'page_view_id':'a b'     | page_view_id must be 1 to 128 characters of A-Z a-z 0-9 . _ : -
          'page_view_id':7         | page_view_id must be a string
          'webdriver':'true'       | webdriver must be true or false
          """)
  void refusesDetailsThatAreNone(String detail, String sentence) {
    String start = "{'site_id':'s','event_name':'e',";

    EventFormatException refusal =
        catchThrowableOfType(
            EventFormatException.class, () -> EventJson.readCollected(json(start + detail + "}")));

    assertThat(refusal).hasMessage(sentence);
    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_VALUE);
  }

  @Test
  void namesTheContentOfARepairedEventAlikeInEachTry() throws Exception {
    String event = "{'site_id':'s','event_name':'e','url':'https://%sexample.com/'}";

    assertThat(contentHash(event.formatted("user:secret@")))
        .isEqualTo(contentHash(event.formatted("user:another@")))
        .isEqualTo(contentHash(event.formatted("")));
  }

  @ParameterizedTest
  @CsvSource({
    "visitor_id, 00f1e2d3c4b5a69",
    "visitor_id, 00f1e2d3c4b5a6970",
    "visitor_id, 00F1e2d3c4b5a697",
    "visitor_id, 00f1e2d3c4b5a69g",
    "visitor_id, 00f1e2d3c4b5a69/",
    "ip_hash, 00f1e2d3c4b5a697"
  })
  void refusesAHashOfAnotherForm(String field, String value) {
    EventFormatException refusal =
        catchThrowableOfType(
            EventFormatException.class,
            () -> EventJson.readRaw(json("{'" + field + "':'" + value + "'}")));

    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_VALUE);
    assertThat(refusal).hasMessageStartingWith(field + " must be of the form [0-9a-f]{");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          { 'a' : [ 1 , { 'b' : null } ] }       | {'a':[1,{'b':null}]}
          {'b':{},'a':null,'B':[]}               | {'b':{},'a':null,'B':[]}
          {'a.b':1,'a':{'b':2},'a%2Eb':3}        | {'a.b':1,'a':{'b':2},'a%2Eb':3}
          {'a':18446744073709551616}             | {'a':18446744073709551616}
          {'a':-9223372036854775809,'b':-0}      | {'a':-9223372036854775809,'b':-0}
          {'a':1.50,'b':1E+400,'c':1.0}          | {'a':1.50,'b':1E+400,'c':1.0}
          {'a':'00012','b':'2024-02-30'}         | {'a':'00012','b':'2024-02-30'}
          {'\\u0061':'\\u00e9\\/\\ud83d\\ude42'}    | {'a':'é/🙂'}
          """)
  void keepsPropsAsTheyWereSent(String props, String written) throws Exception {
    CollectedEvent collected =
        EventJson.readCollected(json("{'site_id':'s','event_name':'e','props':" + props + "}"));

    assertThat(collected.event().props()).isEqualTo(written.replace('\'', '"'));
  }

  @Test
  void refusesDeepNesting() {
    String deep =
        "{'site_id':'s','event_name':'e','props':{'a':" + "[".repeat(200) + "]".repeat(200) + "}}";

    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> EventJson.readCollected(json(deep)));

    assertThat(refusal.problem()).isEqualTo(Problem.MALFORMED_JSON);
  }

  @Test
  void refusesAnEventOverTheLimitAndAMessageOverItsOwn() {
    String url = "x".repeat(EventLimits.MESSAGE_BYTES);

    assertThat(
            catchThrowableOfType(
                    EventFormatException.class, () -> EventJson.readCollected(json(url)))
                .problem())
        .isEqualTo(Problem.TOO_LARGE);
    assertThat(
            catchThrowableOfType(
                    EventFormatException.class, () -> EventJson.readRaw(json(url + "x")))
                .problem())
        .isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void readsABatchItemByItem() throws Exception {
    List<BatchItem> items =
        EventJson.readBatch(
            json(
                "{'v':{'a':[1]}, 'events' : [ {'site_id':'s','event_name':'é'} , 7 ,{'site_id':'s'}]}"));

    assertThat(items).hasSize(3);
    assertThat(collected(items.get(0)).event().eventName()).isEqualTo("é");
    assertThat(problem(items.get(1))).isEqualTo(Problem.MALFORMED_JSON);
    assertThat(problem(items.get(2))).isEqualTo(Problem.MISSING_FIELD);
  }

  @Test
  void readsLinesItemByItem() throws Exception {
    List<BatchItem> items =
        EventJson.readBatchLines(
            json("{'site_id':'s','event_name':'a'}\r\n\n{oops\n{'site_id':'s','event_name':'b'}"));

    assertThat(items).hasSize(3);
    assertThat(collected(items.get(0)).event().eventName()).isEqualTo("a");
    assertThat(problem(items.get(1))).isEqualTo(Problem.MALFORMED_JSON);
    assertThat(collected(items.get(2)).event().eventName()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"[]", "{}", "{'events':{}}", "{'events':[{]}", "{'events':[]} x"})
  void refusesWhatIsNoBatch(String body) {
    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> EventJson.readBatch(json(body)));

    assertThat(refusal.problem()).isEqualTo(Problem.MALFORMED_JSON);
  }

  @Test
  void refusesABatchOfTooManyEvents() {
    String events = "{'site_id':'s','event_name':'e'}\n".repeat(EventLimits.BATCH_EVENTS + 1);

    EventFormatException refusal =
        catchThrowableOfType(
            EventFormatException.class, () -> EventJson.readBatchLines(json(events)));

    assertThat(refusal.problem()).isEqualTo(Problem.TOO_LARGE);
  }

  private static CollectedEvent collected(BatchItem item) {
    return Objects.requireNonNull(item.collected());
  }

  private static Problem problem(BatchItem item) {
    return Objects.requireNonNull(item.problem()).problem();
  }

  private static String contentHash(String body) throws EventFormatException {
    return EventJson.contentHash(EventJson.readCollected(json(body)));
  }

  private static byte[] json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"').getBytes(UTF_8);
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream file = EventJsonTest.class.getResourceAsStream("/golden/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}

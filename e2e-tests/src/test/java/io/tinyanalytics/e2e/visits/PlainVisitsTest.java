package io.tinyanalytics.e2e.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Short stories whose truth is plain. A line is an event, then what it changes. The event: minute,
 * visitor (with the one of the day before after {@code <}), name, path. The change: the number of
 * the visit, the flags that are set, the milliseconds if there are any, and the paths.
 */
final class PlainVisitsTest {

  private record Story(String name, String lines) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Story> stories() {
    return Stream.of(
        new Story(
            "one page view is a bounce",
            """
            0 A pageview /a -> 1 started entered visitor source page entry=/a
            """),
        new Story(
            "a second page view ends the bounce and replaces the first as the last one",
            """
            0  A pageview /a -> 1 started entered visitor source page entry=/a
            10 A pageview /b -> 1 engaged page 600000 entry=/a left=/a
            20 A pageview /b -> 1 600000 entry=/a left=/b
            """),
        new Story(
            "engagement lengthens a visit, ends no bounce and opens nothing",
            """
            0  A engagement /a -> 0
            1  A pageview   /a -> 1 started entered visitor source page entry=/a
            9  A engagement /a -> 1 480000 entry=/a
            40 A engagement /a -> 0
            """),
        new Story(
            "an event that is no page view opens a visit that is no bounce and has no entry yet",
            """
            0 A signup   /s -> 1 started engaged visitor source page
            1 A pageview /a -> 1 entered page 60000 entry=/a
            2 A signup   /a -> 1 60000 entry=/a
            """),
        new Story(
            "a custom event ends the bounce of a page view, once",
            """
            0 A pageview /a -> 1 started entered visitor source page entry=/a
            1 A signup   /a -> 1 engaged 60000 entry=/a
            2 A pageview /a -> 1 60000 entry=/a left=/a
            """),
        new Story(
            "half an hour is no pause, a minute more is one",
            """
            0  A pageview /a -> 1 started entered visitor source page entry=/a
            30 A pageview /a -> 1 engaged 1800000 entry=/a left=/a
            61 A pageview /a -> 2 started entered entry=/a
            """),
        new Story(
            "an older page view moves the beginning and cancels itself",
            """
            10 A pageview /a -> 1 started entered visitor source page entry=/a
            5  A pageview /b -> 1 engaged page 300000 entry=/a left=/b
            7  A pageview /c -> 1 page entry=/a left=/c
            10 A pageview /d -> 1 page entry=/a left=/a
            """),
        new Story(
            "between two visits the nearer one counts, then the earlier",
            """
            0  A pageview /a -> 1 started entered visitor source page entry=/a
            40 A pageview /a -> 2 started entered entry=/a
            29 A pageview /a -> 2 engaged 660000 entry=/a left=/a
            14 A pageview /a -> 1 engaged 840000 entry=/a left=/a
            21 A signup   /a -> 1 420000 entry=/a
            25 A signup   /a -> 1 240000 entry=/a
            27 A signup   /a -> 1 120000 entry=/a
            28 A signup   /a -> 1 60000 entry=/a
            29 A signup   /a -> 2 entry=/a
            """),
        new Story(
            "of three visits the two last touched are kept",
            """
            0   A pageview /a -> 1 started entered visitor source page entry=/a
            100 A pageview /a -> 2 started entered entry=/a
            1   A pageview /a -> 1 engaged 60000 entry=/a left=/a
            200 A pageview /a -> 3 started entered entry=/a
            101 A pageview /a -> 4 started entered entry=/a
            2   A pageview /a -> 5 started entered entry=/a
            """),
        new Story(
            "midnight changes the visitor and not the visit",
            """
            1430 A   pageview /a -> 1 started entered visitor source page entry=/a
            1445 B<A pageview /a -> 1 engaged visitor source page 900000 entry=/a left=/a
            1474 B   pageview /b -> 1 page 1740000 entry=/a left=/a
            1475 C   pageview /b -> 2 started entered visitor source page entry=/b
            """),
        new Story(
            "a late event of yesterday finds the visit that goes on today",
            """
            1430 A   pageview   /a -> 1 started entered visitor source page entry=/a
            1445 B<A engagement /a -> 1 900000 entry=/a
            1439 A   pageview   /b -> 1 engaged page entry=/a left=/a
            1450 B   signup     /a -> 1 visitor source page 300000 entry=/a
            """),
        new Story(
            "a visit goes with the newest id, of which two visits are kept",
            """
            1000 A   pageview /a -> 1 started entered visitor source page entry=/a
            1430 A   pageview /a -> 2 started entered entry=/a
            1445 B<A signup   /a -> 2 engaged visitor source page 900000 entry=/a
            1500 B   signup   /a -> 3 started engaged
            1600 B   signup   /a -> 4 started engaged
            1431 A   signup   /a -> 5 started engaged
            1001 A   signup   /a -> 1 engaged 60000 entry=/a
            """),
        new Story(
            "a day is the longest visit",
            Stream.iterate(30, minute -> minute + 30)
                .limit(48)
                .map(minute -> minute + " A engagement /a -> 1 1800000 entry=/a\n")
                .collect(
                    Collectors.joining(
                        "",
                        "0 A pageview /a -> 1 started entered visitor source page entry=/a\n",
                        """
                        1440 A pageview /a -> 1 engaged visitor source page entry=/a left=/a
                        1441 A pageview /a -> 2 started entered entry=/a
                        """))),
        new Story(
            "a bot has visits and firsts of its own",
            """
            0 A    pageview /a -> 1 started entered visitor source page entry=/a
            1 bot:A pageview /a -> 2 started entered visitor source page entry=/a
            2 A    pageview /a -> 1 engaged 120000 entry=/a left=/a
            """),
        new Story(
            "nobody has no visit",
            """
            0 - pageview /a -> 0
            1 - pageview /a -> 0
            """),
        new Story(
            "the source of the visit counts, not that of the event",
            """
            0  A     pageview /a -> 1 started entered visitor source page entry=/a
            1  A@ads pageview /a -> 1 engaged 60000 entry=/a left=/a
            60 A@ads pageview /a -> 2 started entered source entry=/a
            61 A     pageview /a -> 2 engaged 60000 entry=/a left=/a
            """));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void tells(Story story) {
    PlainVisits visits = new PlainVisits();
    Map<String, Integer> numbers = new HashMap<>(Map.of("0", 0));
    List<String> told = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    story
        .lines()
        .lines()
        .forEach(
            line -> {
              String[] parts = line.split(" -> ", -1);
              String[] words = parts[0].split(" +", -1);
              told.add(parts[0] + " -> " + change(visits, words, told.size(), numbers));
              expected.add(line);
            });

    assertThat(told).isEqualTo(expected);
  }

  @Test
  void forgetsWhatKafkaTookTwoDaysBefore() {
    PlainVisits visits = new PlainVisits();
    long twoDays = 48 * 3_600_000L;
    TopicEvent first = event("e0", 0, 0, "A", null, "pageview");
    TopicEvent within = event("e1", 1, twoDays - 1, "A", null, "pageview");
    TopicEvent beyond = event("e2", 1, 2 * twoDays, "A", null, "pageview");

    assertThat(columns(visits, first)).containsEntry("visit_started", "1");
    assertThat(columns(visits, within)).containsEntry("visit_started", "0");
    assertThat(columns(visits, beyond))
        .containsEntry("visit_started", "1")
        .containsEntry("visitor_first", "1");
  }

  @Test
  void namesAVisitByTheHashOfItsFirstEvent() {
    // printf '\0\0\0\4siteevent' | sha256sum
    assertThat(VisitId.of("site", "event")).isEqualTo("10928823790846622143");
  }

  @Test
  void addsUpDays() {
    PlainVisits visits = new PlainVisits();
    columns(visits, event("e0", 0, 0, "A", null, "pageview"));
    columns(visits, event("e1", 60_000, 0, "A", null, "pageview"));
    columns(visits, event("e2", 0, 0, "B", null, "pageview"));

    assertThat(visits.dailySums())
        .containsEntry("visits|site|1970-01-01|false|", 2L)
        .containsEntry("bounces|site|1970-01-01|false|", 1L)
        .containsEntry("millis|site|1970-01-01|false|", 60_000L)
        .containsEntry("entries|site|1970-01-01|false|/a", 2L)
        .containsEntry("exits|site|1970-01-01|false|/a", 2L)
        .containsEntry("pageviews|site|1970-01-01|false|/a", 3L)
        .containsEntry("visitors|site|1970-01-01|false|", 2L)
        .containsEntry("visitors by page|site|1970-01-01|false|host|/a", 2L);
  }

  private static Map<String, String> columns(PlainVisits visits, TopicEvent event) {
    return visits.next(event, false, "host", "/a", "").columns();
  }

  private static String change(
      PlainVisits visits, String[] words, int number, Map<String, Integer> numbers) {
    boolean bot = words[1].startsWith("bot:");
    String[] who = words[1].replace("bot:", "").split("[<@]", -1);
    boolean linked = words[1].contains("<");
    String visitor = who[0].equals("-") ? null : who[0];
    long ts = Long.parseLong(words[0]) * 60_000;
    TopicEvent event = event("e" + number, ts, number, visitor, linked ? who[1] : null, words[2]);
    String source = words[1].contains("@") ? who[1] : "";
    return text(visits.next(event, bot, "host", words[3], source).columns(), numbers);
  }

  private static String text(Map<String, String> columns, Map<String, Integer> numbers) {
    List<String> words = new ArrayList<>();
    String id = columns.getOrDefault("visit_id", "");
    words.add(String.valueOf(numbers.computeIfAbsent(id, i -> numbers.size())));
    List.of("visit_started", "visit_engaged", "visit_entered")
        .forEach(flag -> addFlag(words, columns, flag, flag.substring("visit_".length())));
    List.of("visitor_first", "source_first", "page_first")
        .forEach(flag -> addFlag(words, columns, flag, flag.substring(0, flag.indexOf('_'))));
    addUnless("0", words, "", columns.getOrDefault("visit_millis", ""));
    addUnless("", words, "entry=", columns.getOrDefault("entry_path", ""));
    addUnless("", words, "left=", columns.getOrDefault("left_path", ""));
    return String.join(" ", words);
  }

  private static void addFlag(
      List<String> words, Map<String, String> columns, String flag, String word) {
    if ("1".equals(columns.get(flag))) {
      words.add(word);
    }
  }

  private static void addUnless(String nothing, List<String> words, String name, String value) {
    if (!value.equals(nothing)) {
      words.add(name + value);
    }
  }

  private static TopicEvent event(
      String id,
      long ts,
      long appendedAt,
      @Nullable String visitor,
      @Nullable String previous,
      String name) {
    long day = ts / 86_400_000L;
    String date = LocalDate.ofEpochDay(day).toString();
    return new TopicEvent("key", appendedAt, "site", id, name, ts, date, visitor, previous, "", "");
  }
}

package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.e2e.visits.GeneratedPerson.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * Messages of visits of every kind, some hundred persons at a time. The same name and seed give the
 * same messages.
 */
final class GeneratedVisits implements Iterator<GeneratedMessage> {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 28);

  /** When the clocks of Berlin skip an hour. */
  private static final LocalDate SHORT_DAY = FIRST_DAY.plusDays(1);

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long GAP = 30 * MINUTE;
  private static final int AT_ONCE = 5_000;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Pacific/Kiritimati"),
          ZoneId.of("Etc/GMT+12"));

  private static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
          + " Safari/537.36";
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
  private static final String ROBOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  private final String prefix;
  private final SplittableRandom random;
  private final Queue<GeneratedMessage> ready = new ArrayDeque<>();
  private long left;
  private long events;
  private long persons;

  /**
   * @param prefix what the names of the sites and the event ids begin with
   * @param messages how many messages there are
   */
  GeneratedVisits(String prefix, long messages, long seed) {
    this.prefix = prefix;
    this.left = messages;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public GeneratedMessage next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    if (ready.isEmpty()) {
      fill();
    }
    left--;
    return ready.remove();
  }

  private void fill() {
    List<GeneratedMessage> messages = new ArrayList<>();
    while (messages.size() < AT_ONCE) {
      new Life(person(), messages).live();
    }
    messages.sort(Comparator.comparingLong(GeneratedMessage::arrival));
    ready.addAll(messages);
  }

  private GeneratedPerson person() {
    int zone = random.nextInt(ZONES.size());
    Kind kind = kind();
    String agent =
        switch (kind) {
          case BOT -> ROBOT;
          case PROGRAM -> "curl/8.5.0";
          default -> List.of(CHROME, FIREFOX, PHONE).get(random.nextInt(3));
        };
    return new GeneratedPerson(prefix + zone, ZONES.get(zone), "person-" + persons++, kind, agent);
  }

  private Kind kind() {
    int die = random.nextInt(100);
    if (die < 62) {
      return Kind.BROWSER;
    }
    return die < 68
        ? Kind.BOT
        : die < 75 ? Kind.PROGRAM : die < 90 ? Kind.SERVER : die < 96 ? Kind.OPT_OUT : Kind.UNKNOWN;
  }

  /** The visits of one person in some days, in the order in which they happen. */
  private final class Life {

    private final GeneratedPerson person;
    private final List<GeneratedMessage> messages;

    /** How far the messages of this person leave their order. */
    private final long disorder = random.nextBoolean() ? 4 * MINUTE : SECOND;

    private long now;

    Life(GeneratedPerson person, List<GeneratedMessage> messages) {
      this.person = person;
      this.messages = messages;
      Instant day = FIRST_DAY.plusDays(random.nextInt(3)).atStartOfDay(person.zone()).toInstant();
      long begin =
          random.nextInt(3) == 0 ? -HOUR + random.nextLong(HOUR) : random.nextLong(22 * HOUR);
      this.now = day.toEpochMilli() + begin;
    }

    void live() {
      if (random.nextInt(60) == 0) {
        aroundTheShortDay();
      }
      int visits = 1 + random.nextInt(4);
      for (int visit = 0; visit < visits; visit++) {
        visit();
        now += random.nextBoolean() ? GAP + 1 + random.nextLong(GAP) : random.nextLong(10 * HOUR);
      }
    }

    private void visit() {
      switch (random.nextInt(20)) {
        case 0 -> dayLong(random.nextBoolean() ? GAP : 14 * MINUTE + random.nextLong(16 * MINUTE));
        case 1, 2 -> exactGaps();
        case 3, 4, 5, 6, 7 -> bounce();
        case 8 -> event("engagement");
        case 9, 10 -> {
          event("signup");
          pages(1 + random.nextInt(3));
        }
        case 11 -> aroundMidnight();
        case 12 -> betweenTwo();
        default -> pages(1 + random.nextInt(8));
      }
    }

    private void pages(int number) {
      for (int i = 0; i < number; i++) {
        event("pageview");
        now += random.nextLong(5 * MINUTE);
        if (random.nextInt(3) == 0) {
          event("engagement");
          now += random.nextLong(9 * MINUTE);
        }
        if (random.nextInt(8) == 0) {
          event("purchase");
        }
      }
    }

    private void bounce() {
      event("pageview");
      for (int i = random.nextInt(3); i > 0; i--) {
        now += 1 + random.nextLong(10 * MINUTE);
        event("engagement");
      }
    }

    /** Gaps of exactly half an hour and of one millisecond more. */
    private void exactGaps() {
      event("pageview");
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        now += GAP + random.nextInt(2);
        event("pageview");
      }
    }

    /** A day around the one that has 23 hours in Berlin: it touches three days there. */
    private void aroundTheShortDay() {
      Instant midnight = SHORT_DAY.atStartOfDay(person.zone()).toInstant();
      now = midnight.toEpochMilli() - random.nextLong(GAP);
      dayLong(14 * MINUTE);
    }

    /** More than a day without a pause. */
    private void dayLong(long step) {
      for (long end = now + 25 * HOUR; now <= end; now += step) {
        event(random.nextInt(4) == 0 ? "engagement" : "pageview");
      }
    }

    private void aroundMidnight() {
      LocalDate next = Instant.ofEpochMilli(now).atZone(person.zone()).toLocalDate().plusDays(1);
      long midnight = next.atStartOfDay(person.zone()).toInstant().toEpochMilli();
      now = midnight - 10 * MINUTE;
      event("pageview");
      now = midnight - 1 + random.nextInt(2);
      event("pageview");
      now = midnight + random.nextLong(GAP);
      event("pageview");
      now += random.nextLong(GAP);
      event("pageview");
    }

    /** Two visits, and late events that would fit either of them. */
    private void betweenTwo() {
      long first = now;
      event("pageview");
      now = first + GAP + 1 + random.nextLong(GAP);
      long second = now;
      event("pageview");
      long arrival = now + MINUTE;
      for (int i = random.nextInt(4); i > 0; i--) {
        arrival += SECOND;
        long ts = random.nextInt(3) == 0 ? (first + second) / 2 : first + random.nextLong(GAP + 1);
        add("pageview", ts, arrival);
      }
    }

    private void event(String name) {
      long late = random.nextInt(40) == 0 ? random.nextLong(Duration.ofHours(40).toMillis()) : 0;
      add(name, now, now + random.nextLong(disorder) + late);
    }

    private void add(String name, long ts, long arrival) {
      String id = prefix + events++;
      GeneratedMessage message = person.event(id, name, ts, arrival, random);
      messages.add(message);
      long later = arrival + random.nextLong(10 * MINUTE);
      switch (random.nextInt(100)) {
        case 0, 1, 2 -> messages.add(message.at(later));
        case 3 -> messages.add(changed(message, later));
        case 4 ->
            messages.add(message.with(arrival - 1, message.content(), "{\"ev".getBytes(UTF_8)));
        default -> {}
      }
    }

    private GeneratedMessage changed(GeneratedMessage message, long later) {
      String value =
          new String(message.value(), UTF_8).replace("\"event_name\":\"", "\"event_name\":\"re-");
      return message.with(later, Stamps.hex("changed", message.eventId()), value.getBytes(UTF_8));
    }
  }
}

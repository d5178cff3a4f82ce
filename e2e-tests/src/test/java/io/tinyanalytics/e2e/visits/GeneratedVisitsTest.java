package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** The generator makes what the proof needs, in numbers that matter. */
final class GeneratedVisitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 30_000;
  private static final long MINUTE = 60_000;

  @Test
  void makesTheSameOfTheSameSeed() {
    assertThat(values(1)).isEqualTo(values(1)).isNotEqualTo(values(2));
  }

  @Test
  void writesMessagesAsTheEdgeDoes() throws Exception {
    for (GeneratedMessage message : messages(2_000, 3)) {
      assertThat(message.key()).hasSize(8);
      if (!isGarbage(message)) {
        byte[] written = EventJson.write(EventJson.readRaw(message.value()));

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(message.value()));
      }
    }
  }

  @Test
  void makesEverySort() throws EventFormatException {
    Map<String, Integer> found = new HashMap<>();
    Set<String> ids = new HashSet<>();
    Map<String, Long> lastOfKey = new HashMap<>();
    for (GeneratedMessage message : messages(MESSAGES, 4)) {
      if (isGarbage(message)) {
        count(found, "garbage");
      } else if (!ids.add(message.eventId())) {
        count(found, "copy");
      } else {
        count(found, message, lastOfKey);
      }
    }

    assertThat(found)
        .containsOnlyKeys(
            "garbage",
            "copy",
            "out of order",
            "hours late",
            "linked over midnight",
            "opt-out",
            "opt-out with user",
            "server",
            "unknown",
            "visitor",
            "visitor with user",
            "pageview",
            "engagement",
            "signup",
            "purchase",
            "page view without url",
            "v-0",
            "v-1",
            "v-2",
            "v-3")
        .allSatisfy((sort, number) -> assertThat(number).as(sort).isGreaterThan(30));
  }

  @Test
  void makesVisitsOfEveryLength() {
    PlainVisits visits = new PlainVisits();
    int orphans = 0;
    Set<String> ids = new HashSet<>();
    for (GeneratedMessage message : messages(MESSAGES, 5)) {
      TopicEvent event = TopicEvent.of(record(message));
      if (event != null && ids.add(event.eventId())) {
        boolean none = visits.next(event, false, "", path(message), "").visit() == null;
        orphans += none && event.isEngagement() && event.visitor() != null ? 1 : 0;
      }
    }

    List<PlainVisit> all = visits.all();
    assertThat(orphans).isGreaterThan(50);
    assertThat(all).hasSizeGreaterThan(2_000);
    assertThat(all.stream().filter(PlainVisit::isBounce).count()).isGreaterThan(500);
    assertThat(all.stream().filter(visit -> visit.durationMillis() == 24 * 60 * MINUTE).count())
        .as("visits of exactly a day")
        .isGreaterThan(5);
    assertThat(all.stream().filter(visit -> visit.first < visit.began).count())
        .as("visits whose first event came later")
        .isGreaterThan(100);
    assertThat(all.stream().filter(visit -> visit.ids() == 3).count())
        .as("visits over two midnights, on the day without an hour")
        .isPositive();
    assertThat(all.stream().filter(visit -> visit.durationMillis() == 30 * MINUTE).count())
        .as("visits of exactly half an hour")
        .isGreaterThan(20);
  }

  private static void count(
      Map<String, Integer> found, GeneratedMessage message, Map<String, Long> lastOfKey)
      throws EventFormatException {
    JsonNode json = json(message);
    boolean user = json.has("user_id");
    count(found, json.path("event_name").asText());
    count(found, message.siteId());
    if (json.has("visitor_id")) {
      count(found, user ? "visitor with user" : "visitor");
    } else if (json.has("ip_prefix")) {
      count(found, user ? "opt-out with user" : "opt-out");
    } else {
      count(found, user ? "server" : "unknown");
    }
    if (json.has("previous_visitor_id")) {
      count(found, "linked over midnight");
    }
    if (json.path("event_name").asText().equals("pageview") && !json.has("url")) {
      count(found, "page view without url");
    }
    long ts = json.path("ts").asLong();
    if (message.arrival() - ts > 120 * MINUTE) {
      count(found, "hours late");
    }
    Long before =
        lastOfKey.put(new String(message.key(), java.nio.charset.StandardCharsets.ISO_8859_1), ts);
    if (before != null && ts < before && before - ts < 5 * MINUTE) {
      count(found, "out of order");
    }
  }

  private static void count(Map<String, Integer> found, String sort) {
    found.merge(sort, 1, Integer::sum);
  }

  private static boolean isGarbage(GeneratedMessage message) {
    return message.value().length < 10;
  }

  private static JsonNode json(GeneratedMessage message) {
    try {
      return JSON.readTree(message.value());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String path(GeneratedMessage message) {
    return Optional.ofNullable(json(message).path("url").textValue())
        .map(url -> URI.create(url).getPath())
        .orElse("");
  }

  private static ConsumerRecord<byte[], byte[]> record(GeneratedMessage message) {
    ProducerRecord<byte[], byte[]> sent = message.toRecord();
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        sent.key().length,
        sent.value().length,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }

  private static List<String> values(long seed) {
    return messages(1_000, seed).stream()
        .map(message -> new String(message.value(), UTF_8))
        .toList();
  }

  private static List<GeneratedMessage> messages(int number, long seed) {
    List<GeneratedMessage> messages = new ArrayList<>();
    new GeneratedVisits("v-", number, seed).forEachRemaining(messages::add);
    return messages;
  }
}

package io.tinyanalytics.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MessageKeysTest {

  private static final long NOON = 1_700_000_000_000L;
  private static final String VISITOR = "00f1e2d3c4b5a697";
  private static final String NETWORK = "203.0.113.0/24";

  private final MessageKeys keys = new MessageKeys("pepper");

  @Test
  void areThoseOfTheWireContract() {
    assertThat(key(event("site-1", "order:1", "user-é"), origin(VISITOR, NETWORK, "Firefox")))
        .isEqualTo("0f4f67f08b12bf24");
    assertThat(key(event("site-1", "order:1", "user-é"), origin(null, null, "Firefox")))
        .isEqualTo("c75aededfc6b3edf");
    assertThat(key(event("site-1", "order:1", null), origin(null, null, "Firefox")))
        .isEqualTo("09b8745d941f677c");
  }

  @Test
  void keepAPersonTogetherPastMidnightAndUnderAnyUserId() {
    String key = key(event("site-1", "e-1", null), origin(VISITOR, NETWORK, "Firefox"));

    assertThat(key(event("site-1", "e-2", "user"), origin("1122334455667788", NETWORK, "Firefox")))
        .isEqualTo(key);
    assertThat(
            List.of(
                key,
                key(event("site-2", "e-1", null), origin(VISITOR, NETWORK, "Firefox")),
                key(event("site-1", "e-1", null), origin(VISITOR, "203.0.114.0/24", "Firefox")),
                key(event("site-1", "e-1", null), origin(VISITOR, NETWORK, "Safari")),
                key(event("site-1", "e-1", null), origin(VISITOR, NETWORK, null))))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepAUserWithoutAddressTogetherWhateverSentItsEvents() {
    assertThat(key(event("site-1", "e-1", "user"), origin(null, null, "okhttp")))
        .isEqualTo(key(event("site-1", "e-2", "user"), origin(null, null, null)))
        .isNotEqualTo(key(event("site-1", "e-1", "another"), origin(null, null, "okhttp")))
        .isNotEqualTo(key(event("site-2", "e-1", "user"), origin(null, null, "okhttp")));
  }

  @Test
  void spreadEventsOfVisitorsWhoOptedOutEvenIfTheyNameAUser() {
    Origin optedOut = origin(null, NETWORK, "Firefox");

    assertThat(IntStream.range(0, 50).mapToObj(n -> key(event("site-1", "e-" + n, "u"), optedOut)))
        .doesNotHaveDuplicates();
  }

  @Test
  void differBetweenKindsAndWhereABorderMoves() {
    assertThat(
            List.of(
                key(event("site-1", "same", null), origin(null, null, null)),
                key(event("site-1", "e-1", "same"), origin(null, null, null)),
                key(event("site-1", "e-1", "1same"), origin(null, null, null)),
                key(event("site-11", "e-1", "same"), origin(null, null, null))))
        .doesNotHaveDuplicates();
  }

  @Test
  void dependOnTheSecret() {
    RawEvent raw =
        new RawEvent("e", event("site-1", "e", null), origin(VISITOR, NETWORK, "x"), NOON);

    assertThat(new MessageKeys("other").of(raw)).isNotEqualTo(keys.of(raw)).hasSize(8);
  }

  private String key(ClientEvent event, Origin origin) {
    String id = event.sessionId() == null ? "" : event.sessionId();
    return HexFormat.of().formatHex(keys.of(new RawEvent(id, event, origin, NOON)));
  }

  /** An event that carries its id as session id. */
  private static ClientEvent event(String siteId, String id, @Nullable String userId) {
    return new ClientEvent(siteId, "e", null, null, userId, id, NOON, null, null, null);
  }

  private static Origin origin(
      @Nullable String visitorId, @Nullable String network, @Nullable String userAgent) {
    return new Origin(visitorId, null, network, userAgent, ClientHints.NONE, null);
  }
}

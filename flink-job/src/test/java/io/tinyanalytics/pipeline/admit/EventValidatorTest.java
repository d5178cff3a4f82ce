package io.tinyanalytics.pipeline.admit;

import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventValidatorTest {

  private static final MessageHeaders HEADERS = new MessageHeaders("site-1", "e-1", 1);
  private static final RawEvent PAGEVIEW = pageview("e-1", "https://example.com/");

  @Test
  void readsTheEventThatTheHeadersPromise() throws EventFormatException {
    assertThat(EventValidator.validate(HEADERS, EventJson.write(PAGEVIEW))).isEqualTo(PAGEVIEW);
  }

  @ParameterizedTest
  @CsvSource({"site-1,e-2,event_id", "site-2,e-1,site_id", "SITE-1,e-1,site_id"})
  void refusesAnEventOtherThanTheHeadersPromise(String siteId, String eventId, String field) {
    MessageHeaders lies = new MessageHeaders(siteId, eventId, 1);

    assertThatThrownBy(() -> EventValidator.validate(lies, EventJson.write(PAGEVIEW)))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("the header " + field + " and the event's " + field + " differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00.001Z", "2149-06-06T23:59:59.999Z"})
  void acceptsEachTimeThatTheTableCanHold(Instant ts) throws EventFormatException {
    RawEvent event = at(ts.toEpochMilli());

    assertThat(EventValidator.validate(HEADERS, EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999Z", "2149-06-07T00:00:00Z"})
  void refusesATimeThatTheTableCannotHold(Instant ts) {
    RawEvent happened = at(ts.toEpochMilli());
    RawEvent received = new RawEvent("e-1", PAGEVIEW.event(), PAGEVIEW.origin(), ts.toEpochMilli());

    assertThatThrownBy(() -> EventValidator.validate(HEADERS, EventJson.write(happened)))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("ts must lie between 1970 and 2149");
    assertThatThrownBy(() -> EventValidator.validate(HEADERS, EventJson.write(received)))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("received_at must lie between 1970 and 2149");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void acceptsTheDayOfATimeInAnyTimeZone(int daysLater) throws EventFormatException {
    RawEvent event = on(PAGEVIEW.day().plusDays(daysLater));

    assertThat(EventValidator.validate(HEADERS, EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2, 366})
  void refusesADayThatIsNotThatOfTheTime(int daysLater) {
    byte[] message = EventJson.write(on(PAGEVIEW.day().plusDays(daysLater)));

    assertThatThrownBy(() -> EventValidator.validate(HEADERS, message))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("day must be the day of ts in some time zone");
  }

  @Test
  void refusesADayThatTheTableCannotHold() {
    RawEvent first = at(1);
    RawEvent event =
        new RawEvent(
            "e-1",
            first.event(),
            first.origin(),
            first.receivedAtMillis(),
            LocalDate.EPOCH.minusDays(1));

    assertThatThrownBy(() -> EventValidator.validate(HEADERS, EventJson.write(event)))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("day must lie between 1970 and 2149");
  }

  private static RawEvent on(LocalDate day) {
    return new RawEvent(
        "e-1", PAGEVIEW.event(), PAGEVIEW.origin(), PAGEVIEW.receivedAtMillis(), day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "{}", "null", "\u0000"})
  void refusesWhatIsNoEvent(String value) {
    assertThatThrownBy(() -> EventValidator.validate(HEADERS, value.getBytes(UTF_8)))
        .isInstanceOf(EventFormatException.class);
  }

  private static RawEvent at(long millis) {
    return new RawEvent(
        "e-1",
        PAGEVIEW.event().withTsMillis(millis),
        PAGEVIEW.origin(),
        PAGEVIEW.receivedAtMillis());
  }
}

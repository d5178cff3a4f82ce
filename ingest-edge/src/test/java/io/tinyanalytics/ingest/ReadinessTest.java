package io.tinyanalytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.ingest.publish.RecordingPublisher;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReadinessTest {

  /** The 18th in Kiritimati, and the 16th on Baker Island. */
  private static final Instant NOW = Instant.parse("2026-05-17T11:00:00Z");

  private final Set<LocalDate> known = new HashSet<>();
  private final RecordingPublisher publisher = new RecordingPublisher();
  private final Readiness ready =
      new Readiness(
          publisher,
          date -> known.contains(date) ? Optional.of(new byte[16]) : Optional.empty(),
          () -> Set.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Etc/GMT+12")),
          InstantSource.fixed(NOW));

  @Test
  void waitsForTheSaltOfADateThatItIsAtOneOfItsSites() {
    known.add(LocalDate.of(2026, 5, 17));
    assertThat(ready.getAsBoolean()).isFalse();

    known.add(LocalDate.of(2026, 5, 16));
    assertThat(ready.getAsBoolean()).isTrue();
  }

  @Test
  void staysWhenASaltIsGoneAndEndsWithTheStop() {
    known.add(LocalDate.of(2026, 5, 18));
    assertThat(ready.getAsBoolean()).isTrue();

    known.clear();
    assertThat(ready.getAsBoolean()).isTrue();

    ready.stop();
    assertThat(ready.getAsBoolean()).isFalse();
  }
}

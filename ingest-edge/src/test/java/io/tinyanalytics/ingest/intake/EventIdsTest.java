package io.tinyanalytics.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventLimits;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventIdsTest {

  private static final long NOON = 1_700_000_000_000L;

  private final EventIds ids = new EventIds();

  @Test
  void areUuidsOfVersion7WithTheirTime() {
    String id = ids.next(NOON);
    UUID uuid = UUID.fromString(id);

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOON);
    assertThat(EventLimits.isEventId(id)).isTrue();
  }

  @Test
  void growWithinAMillisecondAndWhenTheClockStepsBack() {
    Stream<String> sameMillisecond = IntStream.range(0, 10_000).mapToObj(n -> ids.next(NOON));
    Stream<String> earlier = IntStream.range(0, 10).mapToObj(n -> ids.next(NOON - 1000L * n));

    assertThat(Stream.concat(sameMillisecond, earlier)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void areUniqueAmongThreads() {
    assertThat(IntStream.range(0, 20_000).parallel().mapToObj(n -> ids.next(NOON + n / 100)))
        .doesNotHaveDuplicates();
  }

  @Test
  void cannotBeGuessedFromOneAnother() {
    assertThat(UUID.fromString(ids.next(NOON)).getLeastSignificantBits())
        .isNotEqualTo(UUID.fromString(new EventIds().next(NOON)).getLeastSignificantBits());
  }
}

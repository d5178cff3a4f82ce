package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void ofALaterJobIsNewerWhateverItsNumber() {
    var former = checkpoint("former", 900, NOON);
    var later = checkpoint("later", 3, NOON.plusSeconds(1));

    assertThat(newest(former, later)).isEqualTo(later);
  }

  @Test
  void withTheHigherNumberIsNewerWhereTimeCannotTell() {
    assertThat(newest(checkpoint("job", 10, NOON), checkpoint("job", 9, NOON)).number())
        .isEqualTo(10);
  }

  private static Checkpoint newest(Checkpoint... checkpoints) {
    return Stream.of(checkpoints).sorted(Checkpoint.NEWEST_FIRST).findFirst().orElseThrow();
  }

  private static Checkpoint checkpoint(String job, long number, Instant completedAt) {
    return new Checkpoint(Path.of(job, "chk-" + number), job, number, completedAt);
  }
}

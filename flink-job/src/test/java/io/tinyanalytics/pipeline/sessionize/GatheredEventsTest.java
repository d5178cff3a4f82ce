package io.tinyanalytics.pipeline.sessionize;

import static io.tinyanalytics.pipeline.sessionize.TestEvent.pageview;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EventText;
import io.tinyanalytics.pipeline.stream.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatheredEventsTest {

  private static final int ALL_IN_MEMORY = 1 << 30;
  private static final int ROWS = 1_000;

  @TempDir Path folder;
  private final AtomicInteger files = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {ALL_IN_MEMORY, 100_000, 1})
  void givesEventsBackByKeyAndInKafkasOrder(int mostBytes) throws Exception {
    List<EnrichedRow> shuffled = rows();
    Collections.shuffle(shuffled, new Random(1));
    List<EnrichedRow> drained = new ArrayList<>();

    try (GatheredEvents gathered = gathered(mostBytes)) {
      for (EnrichedRow row : shuffled) {
        gathered.add(row);
      }
      gathered.drain(drained::add);
    }

    assertThat(drained)
        .extracting(EnrichedRow::messageKey, EnrichedRow::at, GatheredEventsTest::path)
        .containsExactlyElementsOf(
            rows().stream().map(row -> tuple(row.messageKey(), row.at(), path(row))).toList());
    assertThat(files()).isEmpty();
  }

  @Test
  void isEmptyAfterItGaveEverythingBack() throws Exception {
    List<EnrichedRow> drained = new ArrayList<>();
    try (GatheredEvents gathered = gathered(1)) {
      gathered.add(rows().get(0));
      gathered.drain(drained::add);
      gathered.drain(drained::add);
    }

    assertThat(drained).hasSize(1);
  }

  @Test
  void deletesItsFilesWhenItIsClosed() throws Exception {
    try (GatheredEvents gathered = gathered(1)) {
      gathered.add(rows().get(0));
      assertThat(files()).hasSize(1);
    }

    assertThat(files()).isEmpty();
  }

  private GatheredEvents gathered(int mostBytes) {
    return new GatheredEvents(() -> folder.resolve("run-" + files.getAndIncrement()), mostBytes);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }

  /** Rows in the order that is wanted. */
  private static List<EnrichedRow> rows() {
    List<EnrichedRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int partition = i / 5 % 2;
      rows.add(
          new EnrichedRow(
              new Coordinates(partition, i, i), i / 10, false, pageview("/" + i).row(), null));
    }
    return rows;
  }

  private static String path(EnrichedRow row) {
    return Texts.text(requireNonNull(row.event()).texts(), EventText.PATH.place());
  }
}

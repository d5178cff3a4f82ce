package io.tinyanalytics.pipeline.store.writer;

import static io.tinyanalytics.pipeline.TestRows.discard;
import static io.tinyanalytics.pipeline.TestRows.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tinyanalytics.pipeline.TestMessages;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchWriterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:05Z");

  private Instant now = NOW;
  private final BatchWriter writer = new BatchWriter(() -> now);

  @Test
  void sealsWhatACheckpointFinds() throws IOException {
    write(event(2, 40), event(2, 41), event(1, 7));

    SealedBatch batch = only(writer.prepareCommit());

    assertThat(batch.table()).isEqualTo(StoreTable.EVENTS);
    assertThat(batch.rows()).isEqualTo(3);
    assertThat(batch.partition()).isEqualTo(2);
    assertThat(batch.offset()).isEqualTo(40);
    assertThat(batch.oldestMillis()).isEqualTo(TestMessages.NOON + 7);
    assertThat(batch.mayBeStored()).isFalse();
    DecodedBlock block = DecodedBlock.of(batch.block());
    assertThat(block.rows()).isEqualTo(3);
    assertThat(block.column("event_id")).containsExactly("e-40", "e-41", "e-7");
    assertThat(block.column("_kafka_partition")).containsExactly("2", "2", "1");
    assertThat(block.column("_kafka_offset")).containsExactly("40", "41", "7");
    assertThat(block.column("_ingested_at"))
        .containsOnly(String.valueOf(NOW.toEpochMilli()))
        .hasSize(3);
  }

  @Test
  void sealsNothingWhereNothingIs() {
    assertThat(writer.prepareCommit()).isEmpty();

    write(event(0, 1));
    writer.prepareCommit();

    assertThat(writer.prepareCommit()).isEmpty();
  }

  @Test
  void beginsABatchWithoutTheRowsOfTheOneBefore() throws IOException {
    write(event(0, 1), event(0, 2));
    SealedBatch first = only(writer.prepareCommit());
    now = NOW.plusSeconds(1);

    write(event(0, 3));
    DecodedBlock second = DecodedBlock.of(only(writer.prepareCommit()).block());

    assertThat(second.rows()).isEqualTo(1);
    assertThat(second.column("event_id")).containsExactly("e-3");
    assertThat(second.column("_ingested_at")).containsExactly(String.valueOf(now.toEpochMilli()));
    assertThat(DecodedBlock.of(first.block()).column("event_id")).containsExactly("e-1", "e-2");
  }

  @Test
  void keepsTablesApart() {
    write(event(0, 1), discard(0, 2), event(0, 3));

    Collection<SealedBatch> batches = writer.prepareCommit();

    assertThat(batches)
        .extracting(SealedBatch::table, SealedBatch::rows, SealedBatch::offset)
        .containsExactlyInAnyOrder(
            tuple(StoreTable.EVENTS, 2, 1L), tuple(StoreTable.DISCARDS, 1, 2L));
  }

  @Test
  void keepsMonthsOfLogAppendTimeApart() {
    write(
        at(1, "2026-03-31T23:59:59.999Z"),
        at(2, "2026-04-01T00:00:00Z"),
        at(3, "2026-03-31T23:59:59.998Z"),
        at(4, "2026-04-30T23:59:59.999Z"),
        at(5, "2027-04-01T00:00:00Z"));

    assertThat(writer.prepareCommit())
        .extracting(SealedBatch::offset, SealedBatch::rows)
        .containsExactlyInAnyOrder(tuple(1L, 2), tuple(2L, 2), tuple(5L, 1));
  }

  @Test
  void sealsAFullBatchAndBeginsAnother() {
    for (int offset = 0; offset < 100_001; offset++) {
      write(discard(0, offset));
    }

    assertThat(writer.prepareCommit())
        .extracting(SealedBatch::rows, SealedBatch::offset)
        .containsExactlyInAnyOrder(tuple(100_000, 0L), tuple(1, 100_000L));
  }

  @Test
  void sealsAHeavyBatchBeforeItsRowsAreMany() {
    byte[] heavy = new byte[1024 * 1024];
    for (int offset = 0; offset < 17; offset++) {
      write(discard(new Coordinates(0, offset, TestMessages.NOON), heavy));
    }

    assertThat(writer.prepareCommit())
        .extracting(SealedBatch::rows, SealedBatch::offset)
        .containsExactlyInAnyOrder(tuple(16, 0L), tuple(1, 16L));
  }

  @Test
  void givesEachBatchItsOwnToken() {
    write(event(0, 1), discard(0, 2));
    List<SealedBatch> first = List.copyOf(writer.prepareCommit());
    write(event(0, 1), discard(0, 2));
    List<SealedBatch> second = List.copyOf(writer.prepareCommit());

    assertThat(first).extracting(SealedBatch::token).doesNotHaveDuplicates();
    assertThat(second)
        .extracting(SealedBatch::token)
        .doesNotContainAnyElementsOf(first.stream().map(SealedBatch::token).toList());
  }

  private static StoreRow at(long offset, String appendedAt) {
    return discard(
        new Coordinates(0, offset, Instant.parse(appendedAt).toEpochMilli()), new byte[0]);
  }

  private void write(StoreRow... rows) {
    for (StoreRow row : rows) {
      writer.add(row);
    }
  }

  private static SealedBatch only(Collection<SealedBatch> batches) {
    assertThat(batches).hasSize(1);
    return batches.iterator().next();
  }
}

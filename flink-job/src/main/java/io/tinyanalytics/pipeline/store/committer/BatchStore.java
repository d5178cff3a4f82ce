package io.tinyanalytics.pipeline.store.committer;

import io.tinyanalytics.pipeline.clickhouse.BackOff;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseException;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a batch of a completed checkpoint exactly once.
 *
 * <p>If ClickHouse confirms the first insert of a fresh batch, the batch is stored. In all other
 * cases an earlier attempt may have stored it: it was restored from a checkpoint, or the last
 * response was lost or an error. Then the committer probes for the batch before and after each
 * insert. The probe before is needed because ClickHouse remembers a token only for a while. The
 * probe after is needed because ClickHouse records a token before it keeps the block: if it is
 * killed in between, it later confirms a block that it does not hold. The committer replaces such a
 * phantom token.
 *
 * <p>A probe looks for each row by its Kafka coordinates, in both tables. A job that was restored
 * from an older checkpoint may have stored some of the messages in different batches. If a batch is
 * stored only in part, the task fails with a sentence that says how to continue.
 *
 * <p>During an outage of ClickHouse the committer waits, and the job waits with it (back-pressure).
 * It never gives up and never drops a batch. An interrupt ends the wait at once. An error that
 * waiting cannot repair fails the task with ClickHouse's own message.
 */
final class BatchStore {

  private static final Logger LOG = LoggerFactory.getLogger(BatchStore.class);

  private final BatchTable table;
  private final StoreMetrics metrics;

  BatchStore(BatchTable table, StoreMetrics metrics) {
    this.table = table;
    this.metrics = metrics;
  }

  /**
   * Returns when the batch is stored.
   *
   * @return true if this call stored it, false if an earlier attempt had
   */
  boolean store(SealedBatch batch) throws IOException, InterruptedException {
    if (batch.mayBeStored() && isStored(batch)) {
      return false;
    }
    insertUntilStored(batch);
    return true;
  }

  private void insertUntilStored(SealedBatch batch) throws IOException, InterruptedException {
    BackOff backOff = new BackOff();
    int phantoms = 0;
    boolean confirmed = insert(batch, phantoms);
    if (confirmed && !batch.mayBeStored()) {
      return;
    }
    while (true) {
      if (!confirmed) {
        metrics.retry();
        backOff.pause();
      }
      if (isStored(batch)) {
        return;
      }
      if (confirmed && endInserts(batch)) {
        if (isStored(batch)) {
          return;
        }
        phantoms++;
        metrics.phantom();
        LOG.warn("ClickHouse confirmed {} and does not hold it: it gets another token", batch);
      }
      confirmed = insert(batch, phantoms);
    }
  }

  /** Whether ClickHouse confirmed the insert. If not, the batch may or may not be stored. */
  private boolean insert(SealedBatch batch, int phantoms) throws IOException, InterruptedException {
    try {
      table.insert(batch, phantoms);
      return true;
    } catch (IOException e) {
      requireNotFinal(e);
      LOG.warn("Cannot store {} yet: {}", batch, e.toString());
      return false;
    }
  }

  /** Whether it is certain that no insert of the batch is running any more. */
  private boolean endInserts(SealedBatch batch) throws IOException, InterruptedException {
    try {
      table.endInserts(batch);
      return true;
    } catch (IOException e) {
      requireNotFinal(e);
      LOG.warn("Cannot end other inserts of {} yet: {}", batch, e.toString());
      return false;
    }
  }

  private boolean isStored(SealedBatch batch) throws IOException, InterruptedException {
    BackOff backOff = new BackOff();
    while (true) {
      try {
        boolean stored = isWhole(batch, table.countStored(batch));
        metrics.probed(stored);
        return stored;
      } catch (IOException e) {
        requireNotFinal(e);
        LOG.warn("Cannot ask for {} yet: {}", batch, e.toString());
        metrics.retry();
        backOff.pause();
      }
    }
  }

  /**
   * Whether the whole batch is stored. ClickHouse stores a block completely or not at all. So if
   * only some rows are found, another job stored them: it continued from an older checkpoint and
   * decided about the same messages.
   */
  private static boolean isWhole(SealedBatch batch, int stored) {
    if (stored > 0 && stored < batch.rows()) {
      throw new IllegalStateException(
          "%s is stored in part (%d rows), by a job that went another way from an older checkpoint: start without state (./scripts/up --from none), which stores exactly what is absent"
              .formatted(batch, stored));
    }
    return stored > 0;
  }

  private static void requireNotFinal(IOException e) throws ClickHouseException {
    if (e instanceof ClickHouseException answer && InsertErrors.isFinal(answer.code())) {
      throw answer;
    }
  }
}

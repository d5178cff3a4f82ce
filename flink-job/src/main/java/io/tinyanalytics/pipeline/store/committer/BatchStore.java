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
 * <p>The first insert of a fresh batch is believed when it is confirmed. Wherever an earlier
 * attempt may have stored the batch (it came out of a checkpoint, or the last answer was lost or an
 * error), it is probed for before it is inserted, and after. Before, because the token is
 * remembered for a while only; after, because ClickHouse notes a token before it keeps the block:
 * killed in between, it confirms from then on what it does not hold. Such a phantom token is
 * replaced.
 *
 * <p>A probe asks for each row by its Kafka coordinates, in both tables: a job that was restored
 * from an older checkpoint may have stored some of the batch's messages in batches of its own. A
 * batch that is stored in part fails the task, with a sentence that says how to go on.
 *
 * <p>An outage makes it wait, and with it the job (back-pressure); it neither gives up nor drops,
 * and an interrupt ends it at once. An error that waiting cannot mend fails the task with
 * ClickHouse's sentence.
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
   * @return whether this call stored it; if not, an earlier attempt had
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

  /** Whether ClickHouse confirmed the insert; if not, the batch may be stored or not. */
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

  /** Whether no insert of the batch is running any more. */
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
   * A block is stored whole or not at all, so some rows of many are not this batch's but another
   * history's: of a job that went on from an older checkpoint and decided about the same messages.
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

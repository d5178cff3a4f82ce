package io.tinyanalytics.audit;

import io.tinyanalytics.audit.ValueReport.Difference;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares each message that Kafka still holds with its row, field by field. It skips a message
 * without a row, because {@link Audit} judges it.
 */
final class ValueAudit {
  /** The offsets per query. ClickHouse sorts their rows and keeps them until they are read. */
  private static final long CHUNK = 100_000;

  private static final Duration TELLING = Duration.ofSeconds(2);

  private final ClickHouse clickHouse;
  private final KafkaMessages kafka;
  private final PrintStream messages;
  private final List<Difference> differences = new ArrayList<>();
  private long compared;
  private long different;
  private long told = System.nanoTime();

  ValueAudit(ClickHouse clickHouse, KafkaMessages kafka, PrintStream messages) {
    this.clickHouse = clickHouse;
    this.kafka = kafka;
    this.messages = messages;
  }

  /** Runs the comparison. Must be called only once. */
  ValueReport run(SortedMap<Integer, OffsetRange> ranges) throws IOException {
    for (var partition : ranges.entrySet()) {
      var range = partition.getValue();
      for (long begin = range.begin(); begin < range.end(); begin += CHUNK) {
        compare(partition.getKey(), new OffsetRange(begin, Math.min(begin + CHUNK, range.end())));
      }
    }
    return new ValueReport(compared, different, differences);
  }

  private void compare(int partition, OffsetRange chunk) throws IOException {
    try (var rows = StoredValues.open(clickHouse, partition, chunk)) {
      kafka.read(partition, chunk, message -> compare(message, rows.at(message.offset())));
    }
  }

  private void compare(ConsumerRecord<byte[], byte[]> message, List<StoredRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    compared++;
    var fields =
        rows.stream().flatMap(row -> Comparison.differing(message, row).stream()).distinct();
    var names = fields.toList();
    if (!names.isEmpty()) {
      different++;
      if (differences.size() < ValueReport.NAMED) {
        differences.add(new Difference(message.partition(), message.offset(), names));
      }
    }
    tell();
  }

  private void tell() {
    if (System.nanoTime() - told > TELLING.toNanos()) {
      told = System.nanoTime();
      messages.printf("%d messages compared with their rows%n", compared);
    }
  }
}

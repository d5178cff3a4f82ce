package io.tinyanalytics.stack.flink;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects that a job must read offsets that Kafka has deleted. The job never skips them by itself.
 */
final class LostOffsets {
  /** The message of Kafka's client, when the job starts from a savepoint or checkpoint. */
  private static final Pattern OUT_OF_RANGE =
      Pattern.compile(
          "OffsetOutOfRangeException.*offset=(\\d+).* is out of range for partition \\S+-(\\d+)");

  /** The message of the job itself, when it starts without state. */
  private static final Pattern ABSENT =
      Pattern.compile("artition \\S+-(\\d+): offset (\\d+) .*Kafka holds it no longer");

  private LostOffsets() {}

  /** The first lost offset that these stack traces name, in a sentence without its full stop. */
  static Optional<String> in(List<String> stackTraces) {
    return stackTraces.stream().flatMap(String::lines).flatMap(LostOffsets::in).findFirst();
  }

  private static Stream<String> in(String line) {
    var outOfRange = OUT_OF_RANGE.matcher(line);
    if (outOfRange.find()) {
      return Stream.of(sentence(outOfRange.group(1), outOfRange.group(2)));
    }
    var absent = ABSENT.matcher(line);
    return absent.find() ? Stream.of(sentence(absent.group(2), absent.group(1))) : Stream.empty();
  }

  private static String sentence(String offset, String partition) {
    return "Kafka no longer holds offset " + offset + " of partition " + partition;
  }
}

package io.tinyanalytics.bench.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.bench.events.SampleEvents;
import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.stack.process.JavaCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The limit for batches: Kafka's producer performance tool, with the edge's producer settings. */
final class ProducerTool {
  private static final String MAIN_CLASS = "org.apache.kafka.tools.ProducerPerformance";
  private static final int KINDS = 5000;
  private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");

  private final String brokers;
  private final String topic;
  private final Path payloads;

  private ProducerTool(String brokers, String topic, Path payloads) {
    this.brokers = brokers;
    this.topic = topic;
    this.payloads = payloads;
  }

  /** A tool that writes the same records as the edge to the stack's topic. */
  static ProducerTool of(BenchStack stack) throws IOException {
    var lines = new ByteArrayOutputStream();
    for (int n = 0; n < KINDS; n++) {
      lines.writeBytes(EventJson.write(SampleEvents.event(n)));
      lines.write('\n');
    }
    var settings = stack.settings();
    var payloads = Files.write(settings.home().resolve("payloads"), lines.toByteArray());
    return new ProducerTool(settings.brokers(), settings.topic(), payloads);
  }

  /** The records per second, measured over this many records. */
  double rate(long records) throws IOException {
    var process = new ProcessBuilder(command(records)).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      var text = new String(out.readAllBytes(), UTF_8);
      var rates = RATE.matcher(text).results().toList();
      if (process.waitFor() != 0 || rates.isEmpty()) {
        throw new IOException("Kafka's producer tool failed: " + text);
      }
      return Double.parseDouble(rates.get(rates.size() - 1).group(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The producer tool was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(long records) {
    return JavaCommand.of(
        List.of("-Xmx512m"),
        System.getProperty("java.class.path"),
        MAIN_CLASS,
        List.of(
            "--topic",
            topic,
            "--num-records",
            Long.toString(records),
            "--throughput",
            "-1",
            "--payload-file",
            payloads.toString(),
            "--producer-props",
            "bootstrap.servers=" + brokers,
            "acks=all",
            "enable.idempotence=true",
            "compression.type=lz4",
            "linger.ms=1",
            "batch.size=65536"));
  }
}

package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for addresses, as text and as bytes, in all that a stack keeps: each file as it is, the
 * batches in checkpoints, the records of Kafka and the rows of ClickHouse unpacked. Each byte is
 * one character here.
 */
final class AddressScan {

  private static final String LZ4_FRAME = "\u0004\"M\u0018";
  private static final String IPV6_MAPPED = "\0".repeat(10) + "\u00ff\u00ff";
  private static final int IPV4_BYTES = 4;

  private final Map<String, List<String>> places = new TreeMap<>();

  AddressScan(List<String> addresses) {
    addresses.forEach(address -> places.put(address, new ArrayList<>()));
  }

  /** Where an address stands. */
  List<String> placesOf(String address) {
    return places.getOrDefault(address, List.of());
  }

  /** Looks at every file but the jars that the stack runs. */
  void readFiles(Path folder) throws IOException {
    for (FoundFile file : FolderTree.files(folder)) {
      if (!file.name().endsWith(".jar")) {
        readFile(file);
      }
    }
  }

  private void readFile(FoundFile file) throws IOException {
    String content = file.bytes();
    places.forEach(
        (address, found) -> {
          String bytes = bytes(address);
          // Four bytes stand in large files by chance.
          String rare = bytes.length() == IPV4_BYTES ? IPV6_MAPPED + bytes : bytes;
          if (content.contains(address) || content.contains(rare)) {
            found.add(file.path().toString());
          }
        });
    for (int at = content.indexOf(LZ4_FRAME); at >= 0; at = content.indexOf(LZ4_FRAME, at + 1)) {
      look(file.path() + " unpacked", frame(content.substring(at)));
    }
  }

  private static String frame(String content) {
    InputStream bytes = new ByteArrayInputStream(content.getBytes(ISO_8859_1));
    try (InputStream frame = new LZ4FrameInputStream(bytes, true)) {
      return new String(frame.readAllBytes(), ISO_8859_1);
    } catch (IOException | RuntimeException noFrame) {
      return "";
    }
  }

  void readKafka(Stack stack) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.brokers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer
          .listTopics()
          .keySet()
          .forEach(topic -> look("kafka " + topic, read(consumer, topic)));
    }
  }

  private static String read(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long end = consumer.endOffsets(partitions).values().stream().mapToLong(it -> it).sum();
    StringBuilder content = new StringBuilder();
    while (partitions.stream().mapToLong(consumer::position).sum() < end) {
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(
              message -> {
                add(content, message.key());
                message.headers().forEach(header -> add(content, header.value()));
                add(content, message.value());
              });
    }
    return content.toString();
  }

  private static void add(StringBuilder content, byte @Nullable [] bytes) {
    if (bytes != null) {
      content.append(new String(bytes, ISO_8859_1)).append('\n');
    }
  }

  /** Looks at every column of every table that is on a disk, ClickHouse's own logs among them. */
  void readClickHouse(Stack stack) throws Exception {
    for (String table :
        stack.sql(
            "SELECT concat(database, '.`', name, '`') FROM system.tables"
                + " WHERE endsWith(engine, 'MergeTree') OR endsWith(engine, 'Log')")) {
      look("clickhouse " + table.replace("`", ""), read(stack, table));
    }
  }

  private static String read(Stack stack, String table) throws Exception {
    String query =
        "SELECT * FROM "
            + table
            + " FORMAT RowBinary SETTINGS asterisk_include_materialized_columns = 1,"
            + " asterisk_include_alias_columns = 1";
    URI url =
        URI.create(
            "http://localhost:" + stack.port(8123) + "/?query=" + URLEncoder.encode(query, UTF_8));
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString(ISO_8859_1));
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body());
    }
    return answer.body();
  }

  private void look(String place, String content) {
    places.forEach(
        (address, found) -> {
          if (content.contains(address) || content.contains(bytes(address))) {
            found.add(place);
          }
        });
  }

  private static String bytes(String address) {
    try {
      return new String(InetAddress.getByName(address).getAddress(), ISO_8859_1);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

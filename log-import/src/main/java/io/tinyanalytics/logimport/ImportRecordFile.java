package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** One import record as a properties file; replaced in one step, so that it is never half. */
final class ImportRecordFile {
  /** Files of another format, with another ending, are passed over. */
  static final String ENDING = ".import";

  private static final String REFUSED = "refused.";
  private static final int NAME_BYTES = 16;

  private final Path file;

  ImportRecordFile(Path file) {
    this.file = file;
  }

  /** The file of a log's record: one per identity. */
  static ImportRecordFile in(Path folder, LogIdentity log) {
    var identity =
        String.join(
            "\n",
            log.edge(),
            log.siteId(),
            log.baseUrl(),
            log.pages(),
            Integer.toString(log.headBytes()),
            log.headSha256());
    var hash = Digests.sha256(identity.getBytes(UTF_8));
    var name = HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    return new ImportRecordFile(folder.resolve(name + ENDING));
  }

  ImportRecord read() throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
      return record(properties);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new IOException(file + " is no record of an import: delete it", e);
    }
  }

  void write(ImportRecord record) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out = Files.newBufferedWriter(fresh)) {
      properties(record).store(out, "How far the import of an access log has come");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static Properties properties(ImportRecord record) {
    var properties = new Properties();
    properties.setProperty("edge", record.log().edge());
    properties.setProperty("site_id", record.log().siteId());
    properties.setProperty("base_url", record.log().baseUrl());
    properties.setProperty("pages", record.log().pages());
    properties.setProperty("head_bytes", Integer.toString(record.log().headBytes()));
    properties.setProperty("head_sha256", record.log().headSha256());
    properties.setProperty("since", record.since().toString());
    properties.setProperty("lines", Long.toString(record.position().lines()));
    properties.setProperty("check", Long.toString(record.position().check()));
    properties.setProperty("imported", Long.toString(record.counts().imported()));
    properties.setProperty("ignored", Long.toString(record.counts().ignored()));
    properties.setProperty("finished", Boolean.toString(record.finished()));
    var refusals = record.counts().refusals();
    for (int i = 0; i < refusals.size(); i++) {
      put(REFUSED + i, refusals.get(i), properties);
    }
    return properties;
  }

  private static void put(String name, Refusal refusal, Properties properties) {
    properties.setProperty(name + ".code", refusal.code());
    properties.setProperty(name + ".error", refusal.error());
    properties.setProperty(name + ".line", Long.toString(refusal.line()));
    properties.setProperty(name + ".count", Long.toString(refusal.count()));
  }

  private static ImportRecord record(Properties properties) {
    var log =
        new LogIdentity(
            text(properties, "edge"),
            text(properties, "site_id"),
            text(properties, "base_url"),
            text(properties, "pages"),
            Math.toIntExact(number(properties, "head_bytes")),
            text(properties, "head_sha256"));
    return new ImportRecord(
        log,
        Instant.parse(text(properties, "since")),
        new LogPosition(number(properties, "lines"), number(properties, "check")),
        counts(properties),
        Boolean.parseBoolean(text(properties, "finished")));
  }

  private static EdgeCounts counts(Properties properties) {
    List<Refusal> refusals = new ArrayList<>();
    while (properties.containsKey(REFUSED + refusals.size() + ".code")) {
      refusals.add(refusal(REFUSED + refusals.size(), properties));
    }
    return new EdgeCounts(number(properties, "imported"), number(properties, "ignored"), refusals);
  }

  private static Refusal refusal(String name, Properties properties) {
    return new Refusal(
        text(properties, name + ".code"),
        text(properties, name + ".error"),
        number(properties, name + ".line"),
        number(properties, name + ".count"));
  }

  private static long number(Properties properties, String name) {
    return Long.parseLong(text(properties, name));
  }

  private static String text(Properties properties, String name) {
    var value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is absent");
    }
    return value;
  }
}

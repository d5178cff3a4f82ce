package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;

/** One import record as a properties file; replaced in one step, so that it is never half. */
final class ImportRecordFile {
  private static final String REFUSED = "refused.";
  private static final int NAME_BYTES = 16;

  private final Path file;

  ImportRecordFile(Path file) {
    this.file = file;
  }

  /** The file of a log's record: one per identity. */
  static ImportRecordFile in(Path folder, LogIdentity log) {
    var identity =
        String.join("\n", log.edge(), log.siteId(), log.baseUrl(), log.bytes() + "", log.sha256());
    var hash = Digests.sha256(identity.getBytes(UTF_8));
    var name = HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    return new ImportRecordFile(folder.resolve(name + ".properties"));
  }

  ImportRecord read() throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
      return record(properties);
    } catch (IllegalArgumentException | DateTimeException e) {
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
    properties.setProperty("bytes", Long.toString(record.log().bytes()));
    properties.setProperty("sha256", record.log().sha256());
    properties.setProperty("since", record.since().toString());
    properties.setProperty("lines", Long.toString(record.lines()));
    properties.setProperty("imported", Long.toString(record.counts().imported()));
    properties.setProperty("ignored", Long.toString(record.counts().ignored()));
    record
        .counts()
        .refused()
        .forEach((code, count) -> properties.setProperty(REFUSED + code, Long.toString(count)));
    properties.setProperty("finished", Boolean.toString(record.finished()));
    return properties;
  }

  private static ImportRecord record(Properties properties) {
    var log =
        new LogIdentity(
            text(properties, "edge"),
            text(properties, "site_id"),
            text(properties, "base_url"),
            number(properties, "bytes"),
            text(properties, "sha256"));
    return new ImportRecord(
        log,
        Instant.parse(text(properties, "since")),
        number(properties, "lines"),
        counts(properties),
        Boolean.parseBoolean(text(properties, "finished")));
  }

  private static EdgeCounts counts(Properties properties) {
    var refused = new TreeMap<String, Long>();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith(REFUSED)) {
        refused.put(name.substring(REFUSED.length()), number(properties, name));
      }
    }
    return new EdgeCounts(number(properties, "imported"), number(properties, "ignored"), refused);
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

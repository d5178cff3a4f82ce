package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The end of what a process has logged since it was started, for the message that says why the
 * process is not healthy.
 */
public final class LogTail {
  private static final int LINES = 15;
  private static final int BYTES = 8_000;

  private final Path log;
  private final long begin;

  private LogTail(Path log, long begin) {
    this.log = log;
    this.begin = begin;
  }

  /** Leaves out the current content of the log. */
  public static LogTail from(Path log) throws IOException {
    return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
  }

  /** The last lines, indented, under the file's name; empty if there are none. */
  public String text() throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = lastBytes().lines().toList();
    if (lines.isEmpty()) {
      return "";
    }
    var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return "\n" + log + " ends:\n  " + String.join("\n  ", last);
  }

  /** A log that became shorter was rolled, so all of its content is new. */
  private String lastBytes() throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var start = file.length() < begin ? 0 : begin;
      var length = (int) Math.min(BYTES, file.length() - start);
      var bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

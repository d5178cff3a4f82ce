package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the sentence that says why a part does not serve. */
public final class LogTail {
  private static final int LINES = 15;
  private static final int BYTES = 8_000;

  private LogTail() {}

  /** The last lines, indented, under the file's name; empty for a file that is empty or absent. */
  public static String of(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) == 0) {
      return "";
    }
    List<String> lines = lastBytes(log).lines().toList();
    var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return "\n" + log + " ends:\n  " + String.join("\n  ", last);
  }

  private static String lastBytes(Path log) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var length = (int) Math.min(BYTES, file.length());
      var bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

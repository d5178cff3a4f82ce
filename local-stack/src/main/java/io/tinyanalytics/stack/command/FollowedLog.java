package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows the lines that are appended to a file, each once it is complete. */
final class FollowedLog {
  private final Path log;
  private final Progress progress;
  private int shown;

  FollowedLog(Path log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  /** Shows the lines that were appended since the last call. */
  void show() throws IOException {
    var text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    var end = text.lastIndexOf('\n') + 1;
    if (end > shown) {
      progress.line(text.substring(shown, end - 1));
      shown = end;
    }
  }
}

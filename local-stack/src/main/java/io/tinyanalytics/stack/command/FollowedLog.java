package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows what a file gains, whole lines only. */
final class FollowedLog {
  private final Path log;
  private final Progress progress;
  private int shown;

  FollowedLog(Path log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  /** Shows what has come since the last time. */
  void show() throws IOException {
    var text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    var end = text.lastIndexOf('\n') + 1;
    if (end > shown) {
      progress.line(text.substring(shown, end - 1));
      shown = end;
    }
  }
}

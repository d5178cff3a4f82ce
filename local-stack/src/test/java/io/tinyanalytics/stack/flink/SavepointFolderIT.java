package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointFolderIT {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path root;

  @Test
  void keepsTheFiveNewest() throws IOException {
    for (var i = 1; i <= 7; i++) {
      var savepoint = Files.createDirectory(root.resolve("savepoint-" + i));
      Files.createFile(savepoint.resolve("_metadata"));
      Files.setLastModifiedTime(savepoint, FileTime.from(NOON.plusSeconds(i)));
    }

    new SavepointFolder(root).prune();

    assertThat(root.toFile().list())
        .containsExactlyInAnyOrder(
            "savepoint-3", "savepoint-4", "savepoint-5", "savepoint-6", "savepoint-7");
  }

  @Test
  void isNotThereBeforeTheFirstSavepoint() {
    assertThatCode(() -> new SavepointFolder(root.resolve("absent")).prune())
        .doesNotThrowAnyException();
  }
}

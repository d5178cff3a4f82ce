package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointIT {
  @TempDir Path folder;

  @Test
  void takesAFolderAsAPathOrAsFlinkNamesIt() throws IOException {
    Files.createFile(folder.resolve("_metadata"));

    var byPath = RestorePoint.of(folder.toString());

    assertThat(byPath.path()).startsWith("file:").contains(folder.toString());
    assertThat(RestorePoint.of(folder.toUri().toString()).path()).isEqualTo(byPath.path());
  }

  @Test
  void takesTheWordForNoState() {
    assertThat(RestorePoint.of(RestorePoint.NONE).path()).isNull();
  }

  @Test
  void refusesAFolderWithoutMetadata() {
    assertThatThrownBy(() -> RestorePoint.of(folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder
                + " is no savepoint and no checkpoint: name a folder that holds a file _metadata.");
  }
}

package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFolderIT {
  @TempDir Path home;
  private JobFolder folder;

  @BeforeEach
  void openTheFolder() {
    folder = new JobFolder(home.resolve("job"));
  }

  @Test
  void runsACopyThatABuildCannotChange() throws IOException {
    var current = deploy("first", 2);

    Files.writeString(home.resolve("first.jar"), "rebuilt");

    assertThat(current.jar()).hasContent("first").startsWith(home.resolve("job"));
  }

  @Test
  void keepsTheCurrentJarWhileAnotherIsOnTrial() throws IOException {
    var current = deploy("first", 2);

    var trial = folder.prepare(new Deployment(jar("second"), 2));

    assertThat(current.jar()).hasContent("first");
    assertThat(trial.jar()).hasContent("second");
    assertThat(folder.promote(trial).jar()).isEqualTo(current.jar()).hasContent("second");
  }

  @Test
  void remembersTheParallelismForTheNextStart() throws IOException {
    assertThat(folder.parallelism()).isEmpty();

    var current = deploy("first", 2);
    assertThat(folder.parallelism()).hasValue(2);

    folder.promote(new Deployment(current.jar(), 4));
    assertThat(folder.parallelism()).hasValue(4);
    assertThat(current.jar()).hasContent("first");
  }

  private Deployment deploy(String name, int parallelism) throws IOException {
    return folder.promote(folder.prepare(new Deployment(jar(name), parallelism)));
  }

  private Path jar(String name) throws IOException {
    return Files.writeString(home.resolve(name + ".jar"), name);
  }
}

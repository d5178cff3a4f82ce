package io.tinyanalytics.service.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedSitesTest {

  private static final String FIRST = "sites: {a: {word: x}}";
  private static final String SECOND = "sites: {b: {word: x}}";

  @TempDir Path folder;

  private Path file;
  private WatchedSites<Set<String>> ids;

  @BeforeEach
  void readTheFile() throws IOException {
    file = Files.writeString(folder.resolve("sites.yml"), FIRST);
    ids = new WatchedSites<>(new SitesFile<>(file, TestEntry.class), Map::keySet);
  }

  @Test
  void followTheFileOnceTwoLooksFoundTheSame() throws IOException {
    Files.writeString(file, SECOND);

    ids.look();
    assertThat(ids.get()).containsExactly("a");

    ids.look();
    assertThat(ids.get()).containsExactly("b");
  }

  @Test
  void stayAsTheyWereWhileTheFileCannotWork() throws IOException {
    Files.writeString(file, "sites: {b: {word: ''}}");
    lookTwice();
    assertThat(ids.get()).containsExactly("a");
    assertThat(ids.isBroken()).isTrue();

    Files.delete(file);
    lookTwice();
    assertThat(ids.get()).containsExactly("a");
    assertThat(ids.isBroken()).isTrue();

    Files.writeString(file, FIRST);
    lookTwice();
    assertThat(ids.get()).containsExactly("a");
    assertThat(ids.isBroken()).isFalse();
  }

  private void lookTwice() {
    ids.look();
    ids.look();
  }
}

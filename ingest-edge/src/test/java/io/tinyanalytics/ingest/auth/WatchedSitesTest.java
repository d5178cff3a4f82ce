package io.tinyanalytics.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedSitesTest {

  private static final String FIRST = "sites: {a: {api_key: k}}";
  private static final String SECOND = "sites: {b: {api_key: k}}";

  @TempDir Path folder;

  private Path file;
  private WatchedSites sites;

  @BeforeEach
  void readTheFile() throws IOException {
    file = Files.writeString(folder.resolve("sites.yml"), FIRST);
    sites = new WatchedSites(file);
  }

  @Test
  void followTheirFileWhenItHasBeenTheSameTwice() throws IOException {
    Files.writeString(file, SECOND);

    sites.look();
    assertThat(sites.get().site("a")).isPresent();

    sites.look();
    assertThat(sites.get().site("a")).isEmpty();
    assertThat(sites.get().site("b")).isPresent();
  }

  @Test
  void stayAsTheyWereWhileTheFileCannotWork() throws IOException {
    Files.writeString(file, "sites: {b: {api_key: ''}}");
    lookTwice();
    assertThat(sites.get().site("a")).isPresent();
    assertThat(sites.isBroken()).isTrue();

    Files.delete(file);
    lookTwice();
    assertThat(sites.get().site("a")).isPresent();
    assertThat(sites.isBroken()).isTrue();

    Files.writeString(file, FIRST);
    lookTwice();
    assertThat(sites.get().site("a")).isPresent();
    assertThat(sites.isBroken()).isFalse();
  }

  private void lookTwice() {
    sites.look();
    sites.look();
  }
}

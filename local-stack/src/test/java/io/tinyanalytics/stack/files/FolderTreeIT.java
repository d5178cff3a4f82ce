package io.tinyanalytics.stack.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTreeIT {
  private static final int LOOKS = 2_000;

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/deep"), "");
    Files.writeString(folder.resolve("top"), "");
  }

  @Test
  void findsEntriesAndFilesBelow() throws IOException {
    assertThat(FolderTree.entries(folder))
        .extracting(FoundFile::name)
        .containsExactlyInAnyOrder("a", "top");
    assertThat(FolderTree.files(folder))
        .extracting(FoundFile::path)
        .containsExactlyInAnyOrder(folder.resolve("a/b/deep"), folder.resolve("top"));
  }

  @Test
  void findsNothingInAFolderThatIsNotThere() throws IOException {
    assertThat(FolderTree.entries(folder.resolve("absent"))).isEmpty();
    assertThat(FolderTree.files(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void deletesEverythingButNotWhatALinkLeadsTo(@TempDir Path elsewhere) throws IOException {
    var kept = Files.writeString(elsewhere.resolve("kept"), "");
    Files.createSymbolicLink(folder.resolve("a/link"), elsewhere);

    FolderTree.empty(folder);

    assertThat(folder).isEmptyDirectory();
    assertThat(kept).exists();
    FolderTree.delete(folder.resolve("absent"));
  }

  @Test
  void findsWhatStaysWhileOtherFilesComeAndGo() throws Exception {
    var ended = new AtomicBoolean();
    var others = CompletableFuture.runAsync(() -> comeAndGo(ended));
    for (int look = 0; look < LOOKS; look++) {
      assertThat(FolderTree.files(folder))
          .extracting(FoundFile::path)
          .contains(folder.resolve("a/b/deep"), folder.resolve("top"));
      FolderTree.entries(folder.resolve("short-lived"));
    }
    ended.set(true);
    others.get();
  }

  private void comeAndGo(AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        var deep = Files.createDirectories(folder.resolve("short-lived/below"));
        for (int file = 0; file < 10; file++) {
          Files.writeString(deep.resolve("file-" + file), "");
        }
        FolderTree.delete(folder.resolve("short-lived"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

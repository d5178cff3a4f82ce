package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderIT {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path root;
  private CheckpointFolder folder;
  private int seconds;

  @BeforeEach
  void useTheTemporaryFolder() {
    folder = new CheckpointFolder(root);
  }

  @Test
  void countsOnlyCheckpointsWithMetadata() throws IOException {
    complete("job", 1);
    Files.createDirectories(root.resolve("job/chk-2"));
    Files.createDirectories(root.resolve("job/shared"));

    assertThat(folder.complete()).extracting(Checkpoint::title).containsExactly("job/chk-1");
  }

  @Test
  void startsWithoutStateWhereNothingWasEverCompleted() throws IOException {
    assertThat(new RestorePoints(folder, null).next()).isEqualTo(RestorePoint.NO_STATE);
  }

  @Test
  void fallsBackToTheNextOlderCheckpointAcrossJobs() throws IOException {
    complete("former", 7);
    complete("later", 8);
    var points = new RestorePoints(folder, null);

    assertThat(points.next().title()).isEqualTo("later/chk-8");
    points.next();
    points.unreadable();
    assertThat(points.next().title()).isEqualTo("former/chk-7");
  }

  @Test
  void neverStartsWithoutStateByItselfWhenThereWasSome() throws IOException {
    complete("job", 1);
    var points = new RestorePoints(folder, null);
    points.next();
    points.unreadable();

    assertThatThrownBy(points::next)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--from none");
    assertThat(points.next().title()).as("the next try begins anew").isEqualTo("job/chk-1");
  }

  @Test
  void insistsOnWhatWasAskedForUntilTheJobHasACheckpointOfItsOwn() throws IOException {
    complete("former", 7);
    var points = new RestorePoints(folder, new RestorePoint("/savepoint", "it"));

    assertThat(points.next().path()).isEqualTo("/savepoint");
    points.outdated();
    assertThat(points.next().title()).isEqualTo("former/chk-7");
  }

  @Test
  void goesOnFromTheNewestWhereWhatWasPreferredCannotBeRead() throws IOException {
    complete("former", 7);
    var points = new RestorePoints(folder, null);
    points.prefer(new RestorePoint("/savepoint", "it"));

    assertThat(points.next().title()).isEqualTo("it");
    points.unreadable();
    assertThat(points.next().title()).isEqualTo("former/chk-7");
  }

  @Test
  void neverFallsBackFromASavepointToNoState() throws IOException {
    var points = new RestorePoints(folder, null);
    points.prefer(new RestorePoint("/savepoint", "it"));
    points.next();
    points.unreadable();

    assertThatThrownBy(points::next).isInstanceOf(IOException.class).hasMessageContaining("none");
  }

  @Test
  void forgetsAJobThatNobodyIsToStartFrom() throws IOException {
    complete("former", 7);
    complete("failed", 8);

    folder.forget("failed");

    assertThat(folder.complete()).extracting(Checkpoint::title).containsExactly("former/chk-7");
  }

  @Test
  void keepsTheThreeNewestCheckpointsOfFormerJobs() throws IOException {
    complete("first", 1);
    complete("second", 2);
    complete("second", 3);
    complete("third", 4);
    complete("fourth", 5);
    Files.createDirectories(root.resolve("never-complete/shared"));

    folder.prune("fourth");

    assertThat(root.toFile().list()).containsExactlyInAnyOrder("second", "third", "fourth");
  }

  private void complete(String job, int number) throws IOException {
    var checkpoint = Files.createDirectories(root.resolve(job).resolve("chk-" + number));
    var metadata = Files.writeString(checkpoint.resolve("_metadata"), "state");
    Files.setLastModifiedTime(metadata, FileTime.from(NOON.plusSeconds(seconds++)));
  }
}

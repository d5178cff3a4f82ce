package io.tinyanalytics.e2e.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PatchedJarIT {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void nameTheJar() {
    jar = folder.resolve("patched.jar");
  }

  @Test
  void behavesAsTheChangedSourceOfTheJobSays() throws Exception {
    String name = "io.tinyanalytics.pipeline.history.StoredOffsets";
    String text = "return lastByFirst.isEmpty();";
    PatchedJar.write(
        REPOSITORY,
        new SourceChange("flink-job", name, text, "return !lastByFirst.isEmpty();"),
        jar);

    assertThat(call(name, "isEmpty", REPOSITORY.resolve("flink-job/target/flink-job.jar")))
        .isEqualTo(true);
    assertThat(call(name, "isEmpty", jar)).isEqualTo(false);
  }

  @Test
  void compilesTheEdgeAgainstItsLibraries() throws Exception {
    String name = "io.tinyanalytics.ingest.intake.EventIntake";
    String text = "LOG.error(\"An event was refused by a defect\", Nameless.of(defect));";

    PatchedJar.write(REPOSITORY, new SourceChange("ingest-edge", name, text, ""), jar);

    assertThat(jar).isNotEmptyFile();
  }

  /** Those that the tests do not run fit the source as it is, too. */
  @Test
  void makesAJarOfEachMutation() throws Exception {
    for (Mutation mutation : Mutations.all()) {
      for (SourceChange change : mutation.changes()) {
        Path mutated = folder.resolve(mutation.name() + ".jar");

        PatchedJar.write(REPOSITORY, change, mutated);

        assertThat(mutated).isNotEmptyFile();
      }
    }
  }

  @Test
  void refusesATextThatIsNotThereOrIsThereTwice() {
    String name = "io.tinyanalytics.pipeline.admit.Fence";

    assertThatThrownBy(() -> write(new SourceChange("flink-job", name, "no such text", "")))
        .hasMessageContaining("exactly once");
    assertThatThrownBy(() -> write(new SourceChange("flink-job", name, "stored", "")))
        .hasMessageContaining("exactly once");
  }

  @Test
  void saysWhatDoesNotCompile() {
    String name = "io.tinyanalytics.pipeline.admit.Fence";

    assertThatThrownBy(
            () ->
                write(
                    new SourceChange(
                        "flink-job",
                        name,
                        "return discards.contains(at.partition(), at.offset()) ? Place.DISCARDS : Place.EVENTS;",
                        "return stored;")))
        .hasMessageContaining("does not compile")
        .hasMessageContaining("incompatible types");
  }

  private void write(SourceChange change) throws Exception {
    PatchedJar.write(REPOSITORY, change, jar);
  }

  private static Object call(String className, String method, Path jar) throws Exception {
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Class<?> type = classes.loadClass(className);
      Method named = type.getMethod(method);
      return named.invoke(type.getConstructor().newInstance());
    }
  }
}

package io.tinyanalytics.e2e.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that looks like a built repository. It consists of links to the real one, except for the
 * jars of some modules. Its scripts start a stack from it; they consider it built, so they build
 * nothing.
 */
final class ShadowRepository {

  private static final String BUILT = ".built";
  private static final String TARGET = "target";

  /**
   * The time of the build's marker file. The scripts rebuild what is older than its sources, and
   * somebody may edit the sources during the run.
   */
  private static final Instant NEVER_OLDER = Instant.parse("2099-01-01T00:00:00Z");

  private ShadowRepository() {}

  /**
   * Makes the folder.
   *
   * @param folder must not exist yet
   */
  static void make(Path repository, List<SourceChange> changes, Path folder) throws IOException {
    Files.createDirectory(folder);
    link(repository, folder, TARGET);
    Path built = Files.createDirectory(folder.resolve(TARGET)).resolve(BUILT);
    Files.setLastModifiedTime(Files.createFile(built), FileTime.from(NEVER_OLDER));
    for (SourceChange change : changes) {
      replaceJar(repository, change, folder);
    }
  }

  private static void replaceJar(Path repository, SourceChange change, Path folder)
      throws IOException {
    String jar = change.module() + ".jar";
    Path real = repository.resolve(change.module());
    Path module = folder.resolve(change.module());
    Files.delete(module);
    Files.createDirectory(module);
    link(real, module, TARGET);
    Path target = Files.createDirectory(module.resolve(TARGET));
    link(real.resolve(TARGET), target, jar);
    PatchedJar.write(repository, change, target.resolve(jar));
  }

  /** Links everything in the folder except this entry and hidden files. */
  private static void link(Path from, Path into, String except) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path each : all.toList()) {
        String name = each.getFileName().toString();
        if (!name.equals(except) && !name.startsWith(".")) {
          Files.createSymbolicLink(into.resolve(name), each.toAbsolutePath());
        }
      }
    }
  }
}

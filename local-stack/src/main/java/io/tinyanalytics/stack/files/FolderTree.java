package io.tinyanalytics.stack.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * Lists and deletes the contents of a folder that another process may change at the same time.
 * Entries that disappear during the walk are skipped, and a missing folder counts as empty; {@link
 * Files#walk} fails in these cases. The folder itself may be a link. Links inside it are not
 * followed.
 */
public final class FolderTree {
  /**
   * How often a deletion is tried: another process may create a file just before its folder is
   * deleted.
   */
  private static final int TRIES = 10;

  private FolderTree() {}

  /** The files and folders directly in the folder. */
  public static List<FoundFile> entries(Path folder) throws IOException {
    return found(folder, 1, FindingVisitor.all());
  }

  /** The regular files in the folder and in all folders below it. */
  public static List<FoundFile> files(Path folder) throws IOException {
    return found(folder, Integer.MAX_VALUE, FindingVisitor.regularFiles());
  }

  private static List<FoundFile> found(Path folder, int depth, FindingVisitor visitor)
      throws IOException {
    var root = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, visitor);
    }
    return visitor.found();
  }

  /** Deletes the folder and everything in it. */
  public static void delete(Path folder) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        Files.walkFileTree(folder, new DeletingVisitor());
        return;
      } catch (DirectoryNotEmptyException filledAgain) {
        if (tries == TRIES) {
          throw filledAgain;
        }
      }
    }
  }

  /** Deletes everything in the folder; creates the folder if it does not exist. */
  public static void empty(Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
  }
}

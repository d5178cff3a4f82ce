package io.tinyanalytics.stack.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes everything it visits. For a link, it deletes only the link. */
final class DeletingVisitor extends TolerantVisitor {
  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    super.postVisitDirectory(folder, failure);
    Files.deleteIfExists(folder);
    return FileVisitResult.CONTINUE;
  }
}

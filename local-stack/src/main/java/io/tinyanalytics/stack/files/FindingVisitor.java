package io.tinyanalytics.stack.files;

import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the files and folders it visits. */
final class FindingVisitor extends TolerantVisitor {
  private final Predicate<BasicFileAttributes> wanted;
  private final List<FoundFile> found = new ArrayList<>();

  private FindingVisitor(Predicate<BasicFileAttributes> wanted) {
    this.wanted = wanted;
  }

  static FindingVisitor all() {
    return new FindingVisitor(attributes -> true);
  }

  static FindingVisitor regularFiles() {
    return new FindingVisitor(BasicFileAttributes::isRegularFile);
  }

  List<FoundFile> found() {
    return List.copyOf(found);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (wanted.test(attributes)) {
      found.add(FoundFile.of(file, attributes));
    }
    return FileVisitResult.CONTINUE;
  }
}

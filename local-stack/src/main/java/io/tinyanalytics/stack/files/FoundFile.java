package io.tinyanalytics.stack.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;

/**
 * A file or folder as it was when it was found. It may no longer exist.
 *
 * @param modifiedAt read once, so that sorting stays consistent while the file changes
 */
public record FoundFile(Path path, Instant modifiedAt) {
  public static final Comparator<FoundFile> NEWEST_FIRST =
      Comparator.comparing(FoundFile::modifiedAt).reversed();

  static FoundFile of(Path path, BasicFileAttributes attributes) {
    return new FoundFile(path, attributes.lastModifiedTime().toInstant());
  }

  /** The last element of the path. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** The current content, each byte as one character; empty if the file no longer exists. */
  public String bytes() throws IOException {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }
}

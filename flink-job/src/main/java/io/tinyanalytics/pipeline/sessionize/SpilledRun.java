package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EnrichedRowSerializer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.jspecify.annotations.Nullable;

/** Sorted events in a file, to be read once. */
final class SpilledRun implements Iterator<EnrichedRow>, AutoCloseable {

  private static final int BUFFER = 256 * 1024;

  private final Path file;
  private final EnrichedRowSerializer serializer = new EnrichedRowSerializer();
  private @Nullable DataInputViewStreamWrapper in;
  private int left;

  private SpilledRun(Path file, int rows) {
    this.file = file;
    this.left = rows;
  }

  static SpilledRun write(Path file, List<EnrichedRow> sorted) throws IOException {
    EnrichedRowSerializer serializer = new EnrichedRowSerializer();
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      DataOutputViewStreamWrapper out = new DataOutputViewStreamWrapper(stream);
      for (EnrichedRow row : sorted) {
        serializer.serialize(row, out);
      }
    }
    return new SpilledRun(file, sorted.size());
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public EnrichedRow next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    try {
      left--;
      return serializer.deserialize(open());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read spilled events", e);
    }
  }

  private DataInputViewStreamWrapper open() throws IOException {
    DataInputViewStreamWrapper opened = in;
    if (opened == null) {
      opened =
          new DataInputViewStreamWrapper(
              new BufferedInputStream(Files.newInputStream(file), BUFFER));
      in = opened;
    }
    return opened;
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    Files.deleteIfExists(file);
  }
}

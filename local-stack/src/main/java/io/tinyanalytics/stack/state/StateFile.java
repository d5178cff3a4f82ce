package io.tinyanalytics.stack.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * {@code TA_HOME/run/state}: always replaced as a whole, so a reader never sees an incomplete file.
 */
public final class StateFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  public StateFile(Path home) {
    this.file = home.resolve("run/state");
  }

  public void write(StackState state) throws IOException {
    Files.createDirectories(file.getParent());
    var next = file.resolveSibling("state.next");
    JSON.writeValue(next.toFile(), state);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Empty if no stack was started, or if the last one was shut down in order. */
  public Optional<StackState> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JSON.readValue(file.toFile(), StackState.class));
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}

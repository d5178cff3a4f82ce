package io.tinyanalytics.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Connections that share one thread, so that the load generator uses little CPU. */
final class Connections implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Connection> all = new ArrayList<>();
  private final Deque<Connection> idle = new ArrayDeque<>();

  Connections(int port, int number) throws IOException {
    for (int n = 0; n < number; n++) {
      all.add(Connection.open(port, selector));
    }
    idle.addAll(all);
  }

  Deque<Connection> idle() {
    return idle;
  }

  boolean allIdle() {
    return idle.size() == all.size();
  }

  /**
   * Waits for answers, at most this long. Passes each answered connection to the consumer and then
   * makes it idle.
   */
  void await(long millis, Consumer<Connection> answered) throws IOException {
    try {
      selector.select(key -> proceed((Connection) key.attachment(), answered), millis);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private void proceed(Connection connection, Consumer<Connection> answered) {
    try {
      if (connection.proceed()) {
        answered.accept(connection);
        idle.add(connection);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    for (var connection : all) {
      connection.close();
    }
    selector.close();
  }
}

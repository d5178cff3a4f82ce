package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which a request's head does not arrive in time. Jetty itself keeps a
 * connection open as long as a byte arrives now and then.
 */
public final class SlowHeads {

  private final Duration deadline;
  private volatile @Nullable Server server;

  public SlowHeads(Duration deadline) {
    this.deadline = requireNonNull(deadline, "deadline is null");
  }

  /** Begins to watch a server that has started. */
  public void watch(Server started) {
    server = started;
  }

  /** Looks at all connections; to be called every now and then. */
  public void cutOff() {
    Server watched = server;
    if (watched == null) {
      return;
    }
    Arrays.stream(watched.getConnectors())
        .map(Connector::getConnectedEndPoints)
        .forEach(endPoints -> endPoints.stream().filter(this::isSlow).forEach(EndPoint::close));
  }

  private boolean isSlow(EndPoint endPoint) {
    if (!(endPoint.getConnection() instanceof HttpConnection connection)) {
      return false;
    }
    var parser = connection.getParser();
    return !parser.isStart()
        && parser.inHeaderState()
        && NanoTime.since(parser.getBeginNanoTime()) > deadline.toNanos();
  }
}

package io.tinyanalytics.e2e.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A proxy in front of a server on this machine. Disturbances may overlap and end in any order. */
public final class TcpProxy implements AutoCloseable {

  private static final long CUT_AGAIN_MILLIS = 300;
  private static final int BACKLOG = 50;

  private final ServerSocket listener;
  private final Disturbances disturbances = new Disturbances();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile int target;

  private TcpProxy(ServerSocket listener) {
    this.listener = listener;
  }

  /** Listens on a free port. Clients that connect wait until {@link #forwardTo}. */
  public static TcpProxy listen() throws IOException {
    return new TcpProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Starts to forward to this port. The server may still refuse connections. */
  public void forwardTo(int port) {
    target = port;
    begin("proxy of " + port, this::accept);
  }

  /**
   * Disturbs all present and future connections, until {@link #end} was called as often as this
   * method.
   */
  public void begin(Disturbance disturbance) {
    disturbances.begin(disturbance);
    if (disturbance == Disturbance.CUT) {
      begin("cutter of " + target, this::cutAgainAndAgain);
    }
  }

  public void end(Disturbance disturbance) {
    disturbances.end(disturbance);
    if (disturbance.swallows() && !disturbances.swallows()) {
      connections.stream().filter(Connection::lostAnswer).forEach(Connection::cut);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.forEach(Connection::cut);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        client.setTcpNoDelay(true);
        Connection connection = new Connection(client, target, disturbances, connections::remove);
        connections.add(connection);
        connection.start();
      } catch (IOException closedOrGone) {
        // the loop looks which of the two
      }
    }
  }

  private void cutAgainAndAgain() {
    try {
      while (disturbances.isOn(Disturbance.CUT)) {
        connections.forEach(Connection::cut);
        TimeUnit.MILLISECONDS.sleep(CUT_AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}

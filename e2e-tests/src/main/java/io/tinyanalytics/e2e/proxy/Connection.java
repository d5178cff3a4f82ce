package io.tinyanalytics.e2e.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client's connection and its connection to the server. Both end together. */
final class Connection {

  private static final int PIECE = 8 * 1024;
  private static final int SLOW_BYTES_PER_SECOND = 32 * 1024;
  private static final long SLOW_LATENCY_MILLIS = 50;

  private final Socket client;
  private final Socket server = new Socket();
  private final int target;
  private final Disturbances disturbances;
  private final Consumer<Connection> ended;
  private volatile boolean lostAnswer;

  /**
   * Creates a connection that forwards nothing yet.
   *
   * @param target the server's port
   * @param ended called when the connection has ended
   */
  Connection(Socket client, int target, Disturbances disturbances, Consumer<Connection> ended) {
    this.client = client;
    this.target = target;
    this.disturbances = disturbances;
    this.ended = ended;
  }

  void start() {
    begin("to " + target, this::forwardRequests);
  }

  /**
   * Whether an answer was dropped, so that client and server no longer agree on what was exchanged.
   */
  boolean lostAnswer() {
    return lostAnswer;
  }

  /** Resets the connections on both sides. */
  void cut() {
    reset(client);
    reset(server);
  }

  private void forwardRequests() throws IOException, InterruptedException {
    server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    server.setTcpNoDelay(true);
    begin("from " + target, this::forwardAnswers);
    byte[] piece = new byte[PIECE];
    for (int length = read(client, piece); length >= 0; length = read(client, piece)) {
      server.getOutputStream().write(piece, 0, length);
    }
  }

  private void forwardAnswers() throws IOException, InterruptedException {
    byte[] piece = new byte[PIECE];
    for (int length = read(server, piece); length >= 0; length = read(server, piece)) {
      lostAnswer |= disturbances.swallows();
      if (!lostAnswer) {
        client.getOutputStream().write(piece, 0, length);
      } else if (disturbances.isOn(Disturbance.SWALLOW_AND_CUT)) {
        cut();
      }
    }
  }

  /** Reads the next piece, delayed as the disturbances require. */
  private int read(Socket from, byte[] piece) throws IOException, InterruptedException {
    int length = from.getInputStream().read(piece);
    disturbances.awaitFlow();
    if (length > 0 && disturbances.isOn(Disturbance.SLOW)) {
      TimeUnit.MILLISECONDS.sleep(SLOW_LATENCY_MILLIS + 1000L * length / SLOW_BYTES_PER_SECOND);
    }
    return length;
  }

  private void begin(String name, Forwarding forwarding) {
    Thread thread = new Thread(() -> forward(forwarding), "proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void forward(Forwarding forwarding) {
    try {
      forwarding.run();
      client.close();
      server.close();
    } catch (IOException broken) {
      cut();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    ended.accept(this);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // the connection is closed, as intended
    }
  }

  private interface Forwarding {
    void run() throws IOException, InterruptedException;
  }
}

package io.tinyanalytics.pipeline.store.committer;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the committer and ClickHouse, and cuts the connection where it hurts. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requestsToCut = new AtomicInteger();
  private final AtomicInteger answersToCut = new AtomicInteger();
  private final ClickHouseEndpoint upstream;

  CuttingProxy(ClickHouseEndpoint upstream) throws IOException {
    this.upstream = upstream;
    threads.execute(this::accept);
  }

  ClickHouseEndpoint endpoint() {
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return new ClickHouseEndpoint(url, upstream.database(), upstream.user(), upstream.password());
  }

  /** ClickHouse gets nothing of the next requests. */
  void cutRequests(int count) {
    requestsToCut.set(count);
  }

  /** ClickHouse has done what the next requests ask when the connection ends. */
  void cutAnswers(int count) {
    answersToCut.set(count);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket clickHouse = new Socket(InetAddress.getLoopbackAddress(), upstream.url().getPort());
        threads.execute(() -> pump(client, clickHouse, requestsToCut));
        threads.execute(() -> pump(clickHouse, client, answersToCut));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /** Passes bytes on until a side ends, or the next ones are to be cut: then both sides end. */
  private static void pump(Socket from, Socket to, AtomicInteger toCut) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[64 * 1024];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (toCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          return;
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException e) {
      return; // the other side ended
    }
  }
}

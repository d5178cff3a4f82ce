package io.tinyanalytics.pipeline;

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

/** Stands between the job and ClickHouse, and cuts or stalls the connection where it hurts. */
public final class CuttingProxy implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;
  private static final long WITHOUT_END = Long.MAX_VALUE;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requestsToCut = new AtomicInteger();
  private final AtomicInteger answersToCut = new AtomicInteger();
  private final AtomicInteger answersToStall = new AtomicInteger();
  private volatile long passedBefore;
  private final ClickHouseEndpoint upstream;

  public CuttingProxy(ClickHouseEndpoint upstream) throws IOException {
    this.upstream = upstream;
    threads.execute(this::accept);
  }

  public ClickHouseEndpoint endpoint() {
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return new ClickHouseEndpoint(url, upstream.database(), upstream.user(), upstream.password());
  }

  /** ClickHouse gets nothing of the next requests. */
  public void cutRequests(int count) {
    requestsToCut.set(count);
  }

  /** ClickHouse has done what the next requests ask when the connection ends. */
  public void cutAnswers(int count) {
    cutAnswersAfter(0, count);
  }

  /** Of the next answers only so many bytes come through, and then the connection ends. */
  public void cutAnswersAfter(long bytes, int count) {
    passedBefore = bytes;
    answersToCut.set(count);
  }

  /** Of the next answers only so many bytes come through, and the connection stays open. */
  public void stallAnswersAfter(long bytes, int count) {
    passedBefore = bytes;
    answersToStall.set(count);
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
        threads.execute(() -> passRequests(client, clickHouse));
        threads.execute(() -> passAnswers(clickHouse, client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /** Passes bytes on until a side ends, or the next ones are to be cut: then both sides end. */
  private void passRequests(Socket client, Socket clickHouse) {
    try (client;
        clickHouse) {
      byte[] bytes = new byte[BUFFER];
      InputStream in = client.getInputStream();
      for (int read = in.read(bytes); read >= 0 && !isOneOf(requestsToCut); read = in.read(bytes)) {
        clickHouse.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException e) {
      return; // the other side ended
    }
  }

  private void passAnswers(Socket clickHouse, Socket client) {
    try (clickHouse;
        client) {
      byte[] bytes = new byte[BUFFER];
      InputStream in = clickHouse.getInputStream();
      OutputStream out = client.getOutputStream();
      boolean cut = false;
      long left = WITHOUT_END;
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (left == WITHOUT_END) {
          cut = isOneOf(answersToCut);
          left = cut || isOneOf(answersToStall) ? passedBefore : WITHOUT_END;
        }
        int passed = (int) Math.min(read, left);
        out.write(bytes, 0, passed);
        left = left == WITHOUT_END ? WITHOUT_END : left - passed;
        if (cut && left == 0) {
          return;
        }
      }
    } catch (IOException e) {
      return; // the other side ended
    }
  }

  private static boolean isOneOf(AtomicInteger left) {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }
}

package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends requests that may be anything, each made from its number. {@code -Dfuzz.inputs=2000000
 * -Dfuzz.first=1000000} sends others and more of them.
 */
@ExtendWith(DropwizardExtensionsSupport.class)
final class FuzzIT {

  private static final long FIRST = Long.getLong("fuzz.first", 0);
  private static final long INPUTS = Long.getLong("fuzz.inputs", 20_000);
  private static final int SENDERS = 8;

  /** All but 505, which is a version of HTTP that nobody knows. */
  private static final Pattern DEFECT = Pattern.compile("^HTTP/1\\.1 50[0-4]");

  /** An answer that takes longer is none. */
  private static final int HANG_MILLIS = 20_000;

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension(
          ConfigOverride.config("bodies.deadline", "5s"),
          ConfigOverride.config("clients.trustedProxies", "127.0.0.0/8"));

  private final AtomicLong next = new AtomicLong(FIRST);

  @Test
  void answersEverythingWithoutADefectAHangOrALeak() {
    PUBLISHER.behave(event -> CompletableFuture.completedFuture(null));
    CompletableFuture<?>[] senders =
        IntStream.range(0, SENDERS)
            .mapToObj(n -> CompletableFuture.runAsync(this::send, command -> start(command)))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(senders).join();

    EdgeClient admin = new EdgeClient(EDGE.getAdminPort());
    await()
        .untilAsserted(
            () ->
                assertThat(admin.get("/metrics").body())
                    .contains(
                        "ingest_events_in_flight 0.0",
                        "ingest_bodies_bytes 0.0",
                        "http_in_flight_requests{service=\"ingest-edge\"} 0.0")
                    .doesNotContain("status=\"5"));
    PUBLISHER.reset();
    EdgeClient client = new EdgeClient(EDGE.getLocalPort());
    assertThat(client.collect("open-key", EVENT).statusCode()).isEqualTo(202);
  }

  private static void start(Runnable sender) {
    Thread thread = new Thread(sender, "fuzz");
    thread.setDaemon(true);
    thread.start();
  }

  private void send() {
    try (Peer peer = new Peer()) {
      for (long number = next.getAndIncrement();
          number < FIRST + INPUTS;
          number = next.getAndIncrement()) {
        FuzzInput input = new FuzzInput(number);
        if (input.isFramed()) {
          peer.ask(number, input.framed());
        } else {
          peer.breakOff(number, input.broken());
        }
      }
    } catch (IOException e) {
      throw new AssertionError("a connection could not be opened", e);
    }
  }

  /** One sender, on one connection after the other. */
  private static final class Peer implements AutoCloseable {

    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    private void connect() throws IOException {
      if (!socket.isConnected() || socket.isClosed()) {
        socket = new Socket("localhost", EDGE.getLocalPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HANG_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
      }
    }

    /**
     * Sends a whole request and reads its whole answer; on another connection if the edge has
     * closed this one after its last answer.
     */
    void ask(long number, byte[] request) throws IOException {
      try {
        exchange(number, request);
      } catch (SocketTimeoutException hang) {
        throw new AssertionError("input " + number + " hangs", hang);
      } catch (IOException closed) {
        socket.close();
        try {
          exchange(number, request);
        } catch (IOException none) {
          throw new AssertionError("input " + number + " gets no whole answer", none);
        }
      }
    }

    private void exchange(long number, byte[] request) throws IOException {
      connect();
      socket.getOutputStream().write(request);
      String status = line();
      while (status.startsWith("HTTP/1.1 100")) {
        line();
        status = line();
      }
      assertThat(status).as("input %d", number).matches("HTTP/1\\.1 [234][0-9][0-9].*");
      if (readRest()) {
        socket.close();
      }
    }

    /** Whether the connection ends with this answer. */
    private boolean readRest() throws IOException {
      int length = 0;
      boolean ends = false;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
          length = Integer.parseInt(line.substring(16));
        }
        ends |= line.equalsIgnoreCase("Connection: close");
      }
      in.skipNBytes(length);
      return ends;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("the connection ended after: " + line);
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    /** Sends what may be no request, and reads until the edge closes. */
    void breakOff(long number, byte[] bytes) throws IOException {
      socket.close();
      connect();
      try {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        String answer = new String(in.readAllBytes(), ISO_8859_1);
        assertThat(answer).as("input %d", number).doesNotContainPattern(DEFECT);
      } catch (SocketTimeoutException hang) {
        throw new AssertionError("input " + number + " hangs", hang);
      } catch (IOException closed) {
        assertThat(bytes).as("a request that the edge may cut off").isNotEmpty();
      } finally {
        socket.close();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

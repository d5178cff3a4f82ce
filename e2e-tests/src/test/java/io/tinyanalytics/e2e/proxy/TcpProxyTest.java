package io.tinyanalytics.e2e.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sockets; behind the proxy stands a server that answers each byte with itself. */
final class TcpProxyTest {

  private static final int SHORT_WHILE_MILLIS = 200;

  private final List<Integer> received = new CopyOnWriteArrayList<>();
  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    daemon(this::acceptAll);
    proxy = TcpProxy.listen();
    proxy.forwardTo(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void forwardsBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(answer(client, 'a')).isEqualTo('a');
      assertThat(answer(client, 'b')).isEqualTo('b');
    }
  }

  @Test
  void forwardsMoreThanOnePiece() throws IOException {
    byte[] much = "0123456789".repeat(10_000).getBytes(UTF_8);
    try (Socket client = connect()) {
      daemon(
          () -> {
            client.getOutputStream().write(much);
          });

      assertThat(client.getInputStream().readNBytes(much.length)).isEqualTo(much);
    }
  }

  @Test
  void endsTheClientsConnectionWhenTheServerEndsIts() throws IOException {
    try (Socket client = connect()) {
      assertThat(answer(client, 'q')).isEqualTo(-1);
    }
  }

  @Test
  void resetsAConnectionThatCannotBeForwarded() throws IOException {
    echo.close();

    try (Socket client = connect()) {
      assertThatThrownBy(() -> answer(client, 'a')).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void cutsEachConnectionUntilItEnds() throws IOException {
    try (Socket client = connect()) {
      answer(client, 'a');
      proxy.begin(Disturbance.CUT);

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    try (Socket client = connect()) {
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    proxy.end(Disturbance.CUT);
    await().ignoreExceptions().until(this::serves);
  }

  @Test
  void holdsBackWhatIsSentUntilTheStallEnds() throws IOException {
    try (Socket client = connect()) {
      answer(client, 'a');
      proxy.begin(Disturbance.STALL);
      client.getOutputStream().write('b');
      assertThatNothingComes(client);
      assertThat(received).containsExactly((int) 'a');

      proxy.end(Disturbance.STALL);

      assertThat(client.getInputStream().read()).isEqualTo('b');
    }
  }

  @Test
  void goesOnStallingUntilTheLastOfTwoStallsEnds() throws IOException {
    proxy.begin(Disturbance.STALL);
    proxy.begin(Disturbance.STALL);
    proxy.end(Disturbance.STALL);
    try (Socket client = connect()) {
      client.getOutputStream().write('a');
      assertThatNothingComes(client);

      proxy.end(Disturbance.STALL);

      assertThat(client.getInputStream().read()).isEqualTo('a');
    }
  }

  @Test
  void slowsDownWithoutLoss() throws IOException {
    proxy.begin(Disturbance.SLOW);
    try (Socket client = connect()) {
      long begin = System.nanoTime();
      assertThat(answer(client, 'a')).isEqualTo('a');
      assertThat(System.nanoTime() - begin).isGreaterThan(50_000_000);
    }
  }

  @Test
  void resetsTheConnectionInPlaceOfTheAnswerToARequestThatArrived() throws IOException {
    try (Socket client = connect()) {
      answer(client, 'a');
      proxy.begin(Disturbance.SWALLOW_AND_CUT);
      client.getOutputStream().write('b');

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThat(received).containsExactly((int) 'a', (int) 'b');
    }
  }

  @Test
  void swallowsAnswersSilentlyAndResetsWhenItEnds() throws IOException {
    try (Socket disturbed = connect();
        Socket silent = connect()) {
      answer(disturbed, 'a');
      answer(silent, 'b');
      proxy.begin(Disturbance.SWALLOW);
      disturbed.getOutputStream().write('c');
      assertThatNothingComes(disturbed);
      assertThat(received).contains((int) 'c');

      proxy.end(Disturbance.SWALLOW);

      assertThatThrownBy(() -> disturbed.getInputStream().read())
          .isInstanceOf(SocketException.class);
      assertThat(answer(silent, 'd')).as("nothing of this one was lost").isEqualTo('d');
    }
  }

  private boolean serves() throws IOException {
    try (Socket client = connect()) {
      return answer(client, 'a') == 'a';
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private static int answer(Socket client, char question) throws IOException {
    client.getOutputStream().write(question);
    return client.getInputStream().read();
  }

  private static void assertThatNothingComes(Socket client) throws IOException {
    client.setSoTimeout(SHORT_WHILE_MILLIS);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(0);
  }

  private void acceptAll() throws IOException {
    while (true) {
      Socket client = echo.accept();
      daemon(() -> answerAll(client));
    }
  }

  /** Hangs up at the letter q. */
  private void answerAll(Socket client) throws IOException {
    try (client) {
      for (int b = client.getInputStream().read(); b >= 0; b = client.getInputStream().read()) {
        received.add(b);
        if (b == 'q') {
          return;
        }
        client.getOutputStream().write(b);
      }
    }
  }

  private static void daemon(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException over) {
                // the test has ended
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Step {
    void run() throws IOException;
  }
}

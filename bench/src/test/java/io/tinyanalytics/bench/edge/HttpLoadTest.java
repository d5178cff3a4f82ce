package io.tinyanalytics.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.stack.process.FreePorts;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpLoadTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  private final int port = FreePorts.next();
  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = BareJetty.start(port);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void countsEventsThatWereAnswered() throws Exception {
    assertThat(new HttpLoad(port, Requests.batches(), 4).peak(SHORT)).isPositive();
  }

  @Test
  void sendsAsManyRequestsAsAreDueAndTimesEach() throws Exception {
    var load = new HttpLoad(port, Requests.single(), 2);

    assertThat(load.latencies(1000, SHORT).getTotalCount()).isEqualTo(200);
  }

  @Test
  void endsWhenSomethingIsNotAccepted() throws Exception {
    server.stop();
    server.setHandler(new Handler.Sequence());
    server.start();

    assertThatThrownBy(() -> new HttpLoad(port, Requests.single(), 2).peak(SHORT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("404");
  }
}

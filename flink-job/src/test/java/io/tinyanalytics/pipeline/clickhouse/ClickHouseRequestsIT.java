package io.tinyanalytics.pipeline.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.CuttingProxy;
import io.tinyanalytics.pipeline.TestStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request to a real ClickHouse ends in when the connection fails at any point. */
final class ClickHouseRequestsIT {

  /** Its answer is longer than what the kernel and the client keep of an answer. */
  private static final String MANY_ROWS =
      "SELECT toString(number) FROM numbers(4000000) FORMAT RowBinary";

  private static final String FAILS_AT_THE_END =
      "SELECT number, throwIf(number = 3999999) FROM numbers(4000000) FORMAT RowBinary";

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  @SuppressWarnings("NullAway.Init") // each test has one
  private CuttingProxy proxy;

  @SuppressWarnings("NullAway.Init")
  private ClickHouseRequests client;

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void startProxy() throws IOException {
    proxy = new CuttingProxy(store.endpoint());
    client = new ClickHouseRequests(proxy.endpoint(), Duration.ofSeconds(1));
  }

  @AfterEach
  void closeProxy() throws IOException {
    proxy.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 2_000, 1_000_000})
  void givesUpAnAnswerThatStalls(int afterBytes) throws Exception {
    proxy.stallAnswersAfter(afterBytes, 1);
    assertThatThrownBy(() -> client.query(MANY_ROWS)).isInstanceOf(HttpTimeoutException.class);

    proxy.stallAnswersAfter(afterBytes, 1);
    assertThatThrownBy(() -> readStream(MANY_ROWS)).isInstanceOf(HttpTimeoutException.class);

    assertThat(client.query("SELECT 1")).asString().isEqualTo("1\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 2_000, 1_000_000})
  void takesNoPartOfAnAnswerForAllOfIt(int afterBytes) {
    proxy.cutAnswersAfter(afterBytes, 1);
    assertThatThrownBy(() -> client.query(MANY_ROWS)).isInstanceOf(IOException.class);

    proxy.cutAnswersAfter(afterBytes, 1);
    assertThatThrownBy(() -> readStream(MANY_ROWS)).isInstanceOf(IOException.class);
  }

  @Test
  void takesNoErrorForRows() {
    assertThatThrownBy(() -> client.query(FAILS_AT_THE_END))
        .isInstanceOf(ClickHouseException.class)
        .hasMessageContaining("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
    assertThatThrownBy(() -> client.stream(FAILS_AT_THE_END))
        .isInstanceOf(ClickHouseException.class)
        .hasMessageContaining("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
  }

  @Test
  void streamsAllRows() throws Exception {
    byte[] whole = client.query(MANY_ROWS);

    try (InputStream stream = client.stream(MANY_ROWS)) {
      assertThat(stream.readAllBytes()).isEqualTo(whole);
      assertThat(stream.read()).isNegative();
    }
    assertThat(new String(whole, whole.length - 7, 7, UTF_8)).isEqualTo("3999999");
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    proxy.stallAnswersAfter(2_000, 1);
    ClickHouseRequests patient = new ClickHouseRequests(proxy.endpoint(), Duration.ofMinutes(10));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (InputStream answer = patient.stream(MANY_ROWS)) {
                answer.readAllBytes();
              } catch (IOException | InterruptedException e) {
                interrupted.complete(
                    e instanceof InterruptedException || Thread.currentThread().isInterrupted());
              }
            });
    reader.start();

    reader.interrupt();

    assertThat(interrupted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
  }

  private void readStream(String sql) throws IOException, InterruptedException {
    try (InputStream answer = client.stream(sql)) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }
}

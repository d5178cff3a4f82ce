package io.tinyanalytics.stack.engine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the ClickHouse process: {@code ClickHouseEngine LIBRARY HTTP_PORT TCP_PORT
 * ARGUMENT…}.
 *
 * <p>The library contains no server program, only {@code clickhouse local}. It also serves HTTP and
 * TCP when it is told to listen and then runs a query that never ends. SIGTERM cancels that query,
 * so the engine closes its tables before the process exits. After SIGKILL, the data that MergeTree
 * has written to disk is still there.
 *
 * <p>Unlike a real server, the process aborts on a request whose head is malformed or cut off. An
 * interrupted insert or select does not abort it. The supervisor restarts it within seconds.
 */
public final class ClickHouseEngine {
  private static final String WAITING = "tiny-analytics-waiting";
  private static final String SERVE =
      "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; "
          + "SELECT sleepEachRow(1) FROM numbers(1000000000000) "
          + "SETTINGS function_sleep_max_microseconds_per_block=0, max_block_size=1 FORMAT Null";
  private static final long CLOSING_SECONDS = 20;

  private ClickHouseEngine() {}

  public static void main(String[] arguments) {
    var library = NativeLibrary.getInstance(arguments[0]);
    library
        .getFunction("chdb_set_signal_handlers_enabled")
        .invokeVoid(new Object[] {0}); // the JVM needs its own signal handlers
    var httpPort = Integer.parseInt(arguments[1]);
    cancelWaitingOnTerm(Thread.currentThread(), httpPort);

    List<String> words = new ArrayList<>(List.of("clickhouse", "--listen_host", "127.0.0.1"));
    words.addAll(List.of("--http_port", arguments[1], "--tcp_port", arguments[2]));
    words.addAll(List.of(arguments).subList(3, arguments.length));
    words.addAll(List.of("--query_id", WAITING, "--query", SERVE));
    run(library, words);
  }

  private static void run(NativeLibrary library, List<String> words) {
    var argv = new StringArray(words.toArray(String[]::new));
    var call = new Object[] {words.size(), argv};
    Pointer result = library.getFunction("chdb_query_cmdline").invokePointer(call);
    library.getFunction("chdb_destroy_query_result").invokeVoid(new Object[] {result});
  }

  private static void cancelWaitingOnTerm(Thread engine, int httpPort) {
    var closing =
        new Thread(
            () -> {
              try {
                post(httpPort, "KILL QUERY WHERE query_id = '" + WAITING + "' ASYNC");
                engine.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
              } catch (IOException notListening) {
                throw new UncheckedIOException(notListening);
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "closing");
    Runtime.getRuntime().addShutdownHook(closing);
  }

  private static void post(int httpPort, String query) throws IOException {
    var address = URI.create("http://127.0.0.1:" + httpPort + "/").toURL();
    var connection = (HttpURLConnection) address.openConnection();
    connection.setRequestProperty("Connection", "close"); // the engine waits for open connections
    connection.setDoOutput(true);
    connection.getOutputStream().write(query.getBytes(StandardCharsets.UTF_8));
    connection.getInputStream().readAllBytes();
  }
}

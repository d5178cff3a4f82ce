package io.tinyanalytics.bench.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs other programs and waits for their end. */
final class Program {
  private Program() {}

  /**
   * Runs a command.
   *
   * @param environment variables in addition to those of this process
   * @return the seconds from start to end
   * @throws IOException if it cannot be run or does not exit with 0; the message holds its output
   */
  static double seconds(List<String> command, Map<String, String> environment) throws IOException {
    long begin = System.nanoTime();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    try (var out = process.getInputStream()) {
      var text = new String(out.readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " failed: " + text);
      }
      return (System.nanoTime() - begin) / 1e9;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }
}

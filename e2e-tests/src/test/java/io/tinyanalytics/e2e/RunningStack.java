package io.tinyanalytics.e2e;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one stack of this run: up before the first of them, gone after the last. */
public final class RunningStack implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context).stack;
  }

  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
  }

  private record Shared(Stack stack) implements AutoCloseable {

    static Shared start() {
      try {
        Path home = Files.createTempDirectory("tiny-analytics-e2e");
        Path repository = Path.of("..").toAbsolutePath().normalize();
        Path sites = repository.resolve("e2e-tests/src/test/resources/sites.yml");
        Map<String, String> settings =
            Map.of(
                "SITES_CONFIG_PATH", sites.toString(),
                "TRUSTED_PROXIES", "127.0.0.1, ::1",
                "LOG_REQUESTS", "true");
        Stack stack = new Stack(repository, home, settings);
        stack.up();
        return new Shared(stack);
      } catch (Exception e) {
        throw new IllegalStateException("the stack does not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        stack.script("scripts/reset").exits(0);
        Files.delete(stack.home());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the stack was stopping", e);
      }
    }
  }
}

package io.tinyanalytics.ingest;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.tinyanalytics.ingest.settings.SettingException;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** Starts the service, or says in one sentence what keeps it from starting. */
final class ServeCommand extends ServerCommand<IngestConfiguration> {

  ServeCommand(Application<IngestConfiguration> application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Optional<String> sentence = sentence(failure);
    if (sentence.isPresent()) {
      cli.getStdErr().println("The ingest edge cannot start: " + sentence.get());
    } else {
      super.onError(cli, namespace, failure);
    }
  }

  private static Optional<String> sentence(@Nullable Throwable failure) {
    if (failure == null) {
      return Optional.empty();
    }
    String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    if (failure instanceof SettingException || failure instanceof ConfigurationException) {
      return Optional.of(message);
    }
    if (failure instanceof FileNotFoundException) {
      return Optional.of("there is no such file: " + message);
    }
    if (failure instanceof BindException) {
      return Optional.of(
          "a port is taken, set INGEST_PORT or INGEST_ADMIN_PORT to a free one: " + message);
    }
    return sentence(failure.getCause());
  }
}

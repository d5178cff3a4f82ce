package io.tinyanalytics.ingest;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.tinyanalytics.ingest.settings.SettingException;
import java.io.IOException;
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

  /** What to say of the first failure in the chain that an operator can do something about. */
  private static Optional<String> sentence(@Nullable Throwable failure) {
    if (failure == null) {
      return Optional.empty();
    }
    if (failure instanceof SettingException
        || failure instanceof ConfigurationException
        || failure instanceof IOException) {
      return Optional.of(String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " "));
    }
    return sentence(failure.getCause());
  }
}

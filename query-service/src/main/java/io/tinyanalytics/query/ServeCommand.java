package io.tinyanalytics.query;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.tinyanalytics.query.errors.SettingException;
import net.sourceforge.argparse4j.inf.Namespace;

/** Starts the service, or says in one sentence which setting keeps it from starting. */
final class ServeCommand extends ServerCommand<QueryConfiguration> {
  ServeCommand(Application<QueryConfiguration> application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    if (failure instanceof ConfigurationException || failure instanceof SettingException) {
      String sentence = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
      cli.getStdErr().println("The query service cannot start: " + sentence);
    } else {
      super.onError(cli, namespace, failure);
    }
  }
}

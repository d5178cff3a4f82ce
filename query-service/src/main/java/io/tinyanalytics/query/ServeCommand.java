package io.tinyanalytics.query;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.tinyanalytics.query.errors.SettingException;
import java.io.IOException;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Starts the service, or says in one sentence which setting keeps it from starting. */
final class ServeCommand extends ServerCommand<QueryConfiguration> {
  ServeCommand(Application<QueryConfiguration> application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Throwable reason = failure.getCause() instanceof IOException wrapped ? wrapped : failure;
    if (isAboutSettings(reason)) {
      String sentence = String.valueOf(reason.getMessage()).strip().replaceAll("\\s+", " ");
      cli.getStdErr().println("The query service cannot start: " + sentence);
    } else {
      super.onError(cli, namespace, failure);
    }
  }

  /** Input and output at start are the settings file and the ports. */
  private static boolean isAboutSettings(Throwable reason) {
    return reason instanceof ConfigurationException
        || reason instanceof SettingException
        || reason instanceof IOException;
  }

  @Override
  protected Argument addFileArgument(Subparser parser) {
    return super.addFileArgument(parser).setDefault("config/query-service.yml");
  }
}

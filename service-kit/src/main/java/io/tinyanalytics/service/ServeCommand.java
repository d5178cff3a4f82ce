package io.tinyanalytics.service;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.tinyanalytics.service.settings.SettingException;
import java.io.IOException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** Starts a service, or says in one sentence what keeps it from starting. */
final class ServeCommand<C extends Configuration> extends ServerCommand<C> {

  private final String name;

  ServeCommand(Application<C> application) {
    super(application);
    this.name = application.getName();
  }

  @Override
  protected Argument addFileArgument(Subparser parser) {
    return super.addFileArgument(parser).setDefault("config/" + name + ".yml");
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Optional<String> sentence = sentence(failure);
    if (sentence.isPresent()) {
      String title = name.replace('-', ' ');
      cli.getStdErr().println("The " + title + " cannot start: " + sentence.get());
    } else {
      super.onError(cli, namespace, failure);
    }
  }

  /** The first failure of the chain that an operator can correct: a setting, a file or a port. */
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

package io.tinyanalytics.service;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.tinyanalytics.service.settings.QuotingSubstitutor;

/**
 * A service whose settings file takes values from the environment, and which says in one sentence
 * what keeps it from starting. Its file is {@code config/NAME.yml} unless the command line names
 * another one.
 *
 * @param <C> its settings
 */
public abstract class Service<C extends Configuration> extends Application<C> {

  /** The name in lower case with hyphens, such as {@code ingest-edge}. */
  @Override
  public abstract String getName();

  @Override
  public final void initialize(Bootstrap<C> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new QuotingSubstitutor(System::getenv)));
  }

  @Override
  public final void addDefaultCommands(Bootstrap<C> bootstrap) {
    bootstrap.addCommand(new ServeCommand<>(this));
    bootstrap.addCommand(new CheckCommand<>(this));
  }
}

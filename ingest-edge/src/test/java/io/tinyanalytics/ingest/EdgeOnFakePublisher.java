package io.tinyanalytics.ingest;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.identity.DerivedDailySalts;
import io.tinyanalytics.ingest.publish.EventPublisher;
import io.tinyanalytics.ingest.publish.RecordingPublisher;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The edge with the settings that ship, without Kafka. */
public final class EdgeOnFakePublisher extends IngestEdge {

  static final RecordingPublisher PUBLISHER = new RecordingPublisher();

  @Override
  EventPublisher publisher(IngestConfiguration configuration, Environment environment) {
    return PUBLISHER;
  }

  @Override
  DailySalts salts(
      IngestConfiguration configuration, Environment environment, Supplier<Set<ZoneId>> zones) {
    return new DerivedDailySalts();
  }

  static DropwizardAppExtension<IngestConfiguration> extension(ConfigOverride... overrides) {
    List<ConfigOverride> all = new ArrayList<>(List.of(overrides));
    all.add(ConfigOverride.config("sites", "src/test/resources/sites.yml"));
    all.add(ConfigOverride.config("kafka.deliveryTimeout", "1s"));
    all.add(ConfigOverride.config("drain", "0s"));
    all.add(ConfigOverride.config("server.applicationConnectors[0].port", "0"));
    all.add(ConfigOverride.config("server.adminConnectors[0].port", "0"));
    return new DropwizardAppExtension<>(
        EdgeOnFakePublisher.class, "../config/ingest-edge.yml", all.toArray(ConfigOverride[]::new));
  }
}

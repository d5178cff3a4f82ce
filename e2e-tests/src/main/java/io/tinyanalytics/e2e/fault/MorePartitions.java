package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.errors.InvalidPartitionsException;

/** Increases the partitions of the topic of raw events to this number. */
record MorePartitions(Stack stack, int partitions) implements Fault {

  private static final String TOPIC = "events.raw";

  @Override
  public void begin() throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.brokers(), "default.api.timeout.ms", 90_000);
    try (Admin admin = Admin.create(settings)) {
      admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(partitions))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof InvalidPartitionsException)) { // else only the answer was lost
        throw new IOException(e.getCause());
      }
    }
  }
}

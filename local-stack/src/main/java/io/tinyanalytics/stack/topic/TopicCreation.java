package io.tinyanalytics.stack.topic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics, and adjusts single settings of existing ones. */
final class TopicCreation {
  private TopicCreation() {}

  /**
   * Creates a topic, or leaves an existing one unchanged.
   *
   * @return whether the topic is new; then it may take a moment until all requests find it
   */
  static boolean create(String brokers, NewTopic topic) throws IOException {
    try (var admin = admin(brokers)) {
      admin.createTopics(List.of(topic)).all().get();
      return true;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new IOException(
          "Topic " + topic.name() + " cannot be created: " + refused.getCause(), refused);
    } catch (InterruptedException e) {
      throw interrupted(topic.name());
    }
  }

  /** Raises a setting of a topic that is a number, unless it is as large already. */
  static void raise(String brokers, String topic, String setting, long least) throws IOException {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = admin(brokers)) {
      Config settings =
          requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
      if (Long.parseLong(settings.get(setting).value()) >= least) {
        return;
      }
      var change =
          new AlterConfigOp(
              new ConfigEntry(setting, Long.toString(least)), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    } catch (ExecutionException refused) {
      throw new IOException(
          "Topic " + topic + " needs " + setting + "=" + least + ": " + refused.getCause(),
          refused);
    } catch (InterruptedException e) {
      throw interrupted(topic);
    }
  }

  private static Admin admin(String brokers) {
    return Admin.create(
        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
  }

  private static IOException interrupted(String topic) {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while creating topic " + topic);
  }
}

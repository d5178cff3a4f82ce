package io.tinyanalytics.stack.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawTopicIT {
  private static final String NAME = "events.raw";

  @TempDir Path folder;

  @Test
  void isCreatedOnceWithItsSettings() throws Exception {
    try (var server = KafkaServer.start(folder, FreePorts.next());
        var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
      RawTopic.create(server.bootstrapServers(), NAME);
      RawTopic.create(server.bootstrapServers(), NAME);

      var topic = admin.describeTopics(List.of(NAME)).topicNameValues().values().iterator().next();
      assertThat(topic.get().partitions()).hasSize(4);
      assertThat(setting(admin, "message.timestamp.type")).isEqualTo("LogAppendTime");
      assertThat(setting(admin, "retention.ms")).isEqualTo("604800000");
      assertThat(setting(admin, "max.message.bytes")).isEqualTo("2097152");
    }
  }

  private static String setting(Admin admin, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
    var settings = admin.describeConfigs(List.of(resource)).values().values().iterator().next();
    return settings.get().get(name).value();
  }
}

package io.tinyanalytics.stack.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaltTopicIT {
  private static final String NAME = "events.salts";

  @TempDir Path folder;

  @Test
  void keepsEachDaysSaltsInASegmentOfTheirOwnForTwoDays() throws Exception {
    try (var server = KafkaServer.start(folder, FreePorts.next());
        var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
      SaltTopic.create(server.bootstrapServers(), NAME);
      SaltTopic.create(server.bootstrapServers(), NAME);

      var topic = admin.describeTopics(List.of(NAME)).topicNameValues().values().iterator().next();
      assertThat(topic.get().partitions()).hasSize(1);
      assertThat(setting(admin, "cleanup.policy")).isEqualTo("delete");
      assertThat(setting(admin, "message.timestamp.type")).isEqualTo("CreateTime");
      assertThat(setting(admin, "retention.ms")).isEqualTo("172800000");
      assertThat(setting(admin, "segment.ms")).isEqualTo("3600000");
      assertThat(setting(admin, "message.timestamp.after.max.ms")).isEqualTo("100800000");
    }
  }

  @Test
  void letsAnExistingTopicAcceptEarlySaltsAndChangesNothingElse() throws Exception {
    try (var server = KafkaServer.start(folder, FreePorts.next());
        var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
      var former = new NewTopic(NAME, 1, (short) 1).configs(Map.of("retention.ms", "172800001"));
      admin.createTopics(List.of(former)).all().get();
      assertThat(setting(admin, "message.timestamp.after.max.ms")).isEqualTo("3600000");

      SaltTopic.create(server.bootstrapServers(), NAME);

      assertThat(setting(admin, "message.timestamp.after.max.ms")).isEqualTo("100800000");
      assertThat(setting(admin, "retention.ms")).isEqualTo("172800001");
    }
  }

  private static String setting(Admin admin, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
    var settings = admin.describeConfigs(List.of(resource)).values().values().iterator().next();
    return settings.get().get(name).value();
  }
}

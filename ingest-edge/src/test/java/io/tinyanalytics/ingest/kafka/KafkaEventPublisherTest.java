package io.tinyanalytics.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KafkaEventPublisherTest {

  private static final KafkaSettings SETTINGS =
      new KafkaSettings(
          "localhost:9092",
          "events.raw",
          "events.salts",
          Duration.milliseconds(300),
          Duration.milliseconds(0),
          DataSize.kibibytes(8));

  private final List<MockProducer<byte[], byte[]>> producers = new CopyOnWriteArrayList<>();
  private final KafkaEventPublisher publisher =
      new KafkaEventPublisher(SETTINGS, new MessageKeys("pepper"), this::nextProducer);

  private volatile @Nullable RuntimeException failureToStart;
  private volatile @Nullable RuntimeException topicFailure;

  private Producer<byte[], byte[]> nextProducer() {
    if (failureToStart != null) {
      throw failureToStart;
    }
    PartitionInfo partition =
        new PartitionInfo("events.raw", 0, Node.noNode(), new Node[0], new Node[0]);
    Cluster cluster = new Cluster("one", List.of(), List.of(partition), Set.of(), Set.of());
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(
            cluster, false, null, new ByteArraySerializer(), new ByteArraySerializer());
    producer.partitionsForException = topicFailure;
    producers.add(producer);
    return producer;
  }

  @AfterEach
  void stop() throws InterruptedException {
    publisher.stop();
  }

  @Test
  void acknowledgesOnlyWhatKafkaAcknowledged() {
    startAndAwaitProducer(1);

    CompletableFuture<Void> first = publisher.publish(TestEvents.OF_VISITOR);
    CompletableFuture<Void> second = publisher.publish(TestEvents.OF_NOBODY);
    assertThat(first).isNotDone();

    producers.get(0).completeNext();
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();

    producers.get(0).errorNext(new TimeoutException("no answer"));
    assertThat(reason(second)).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void refusesEventsUntilTheTopicIsThere() {
    topicFailure = new TimeoutException("Topic events.raw not present in metadata");
    publisher.start();
    await().until(() -> producers.size() == 1);

    assertThat(publisher.isReady()).isFalse();
    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.NOT_READY);

    producers.get(0).partitionsForException = null;
    await().until(publisher::isReady);
  }

  @Test
  void startsWithoutAProducerAndGetsOneLater() {
    failureToStart = new KafkaException("No resolvable bootstrap urls");
    publisher.start();
    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.NOT_READY);

    failureToStart = null;
    await().until(publisher::isReady);
  }

  @Test
  void goesOnWithTheSameProducerAfterATimeout() {
    startAndAwaitProducer(1);
    CompletableFuture<Void> late = publisher.publish(TestEvents.OF_VISITOR);
    producers.get(0).errorNext(new TimeoutException("no answer"));
    assertThat(reason(late)).isEqualTo(Reason.TIMEOUT);

    CompletableFuture<Void> next = publisher.publish(TestEvents.OF_VISITOR);
    producers.get(0).completeNext();

    assertThat(next).isCompleted();
    assertThat(producers).hasSize(1);
  }

  @Test
  void replacesAProducerThatFailedForGood() {
    startAndAwaitProducer(1);
    CompletableFuture<Void> failed = publisher.publish(TestEvents.OF_VISITOR);
    producers.get(0).errorNext(new ClusterAuthorizationException("no right"));
    assertThat(reason(failed)).isEqualTo(Reason.ERROR);

    awaitProducer(2);
    assertThat(producers.get(0).closed()).isTrue();
    CompletableFuture<Void> next = publisher.publish(TestEvents.OF_VISITOR);
    producers.get(1).completeNext();
    assertThat(next).isCompleted();
  }

  @Test
  void replacesAProducerThatThrowsWhenItSends() {
    startAndAwaitProducer(1);
    producers.get(0).sendException = new KafkaException("we are in an error state");

    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.ERROR);

    awaitProducer(2);
  }

  @Test
  void replacesAProducerThatLostTheTopic() {
    startAndAwaitProducer(1);
    producers.get(0).sendException = new TimeoutException("Topic events.raw not present");

    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.TIMEOUT);

    awaitProducer(2);
  }

  @Test
  void staysReadyWhileItGetsAnotherProducer() {
    startAndAwaitProducer(1);
    topicFailure = new TimeoutException("Topic events.raw not present");
    CompletableFuture<Void> failed = publisher.publish(TestEvents.OF_VISITOR);
    producers.get(0).errorNext(new ClusterAuthorizationException("no right"));
    assertThat(reason(failed)).isEqualTo(Reason.ERROR);

    await().until(() -> producers.size() == 2);

    assertThat(publisher.isReady()).isTrue();
    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.NOT_READY);
  }

  @Test
  void replacesAProducerThatNoLongerAnswers() {
    startAndAwaitProducer(1);

    assertThat(publisher.publish(TestEvents.OF_VISITOR)).isNotDone();

    awaitProducer(2);
    assertThat(producers.get(0).closed()).isTrue();
  }

  @Test
  void boundsWhatIsOnItsWay() {
    startAndAwaitProducer(1);

    List<CompletableFuture<Void>> events =
        IntStream.range(0, 20).mapToObj(n -> publisher.publish(TestEvents.OF_VISITOR)).toList();

    assertThat(events.get(0)).isNotDone();
    assertThat(reason(events.get(19))).isEqualTo(Reason.FULL);
    assertThat(producers.get(0).history()).hasSizeBetween(2, 8);

    producers.get(0).completeNext();
    assertThat(publisher.publish(TestEvents.OF_VISITOR)).isNotDone();
  }

  @Test
  void closesItsProducerWhenItStops() throws InterruptedException {
    startAndAwaitProducer(1);

    publisher.stop();

    assertThat(producers.get(0).closed()).isTrue();
    assertThat(publisher.isReady()).isFalse();
    assertThat(reason(publisher.publish(TestEvents.OF_VISITOR))).isEqualTo(Reason.NOT_READY);
  }

  private void startAndAwaitProducer(int count) {
    publisher.start();
    awaitProducer(count);
  }

  private void awaitProducer(int count) {
    await().until(() -> producers.size() == count && takesEvents(producers.get(count - 1)));
  }

  /** Sends an event to find out, and leaves no trace of it. */
  private boolean takesEvents(MockProducer<byte[], byte[]> producer) {
    CompletableFuture<Void> event = publisher.publish(TestEvents.OF_VISITOR);
    boolean taken = producer.completeNext();
    producer.clear();
    return taken && event.isDone();
  }

  private static Reason reason(CompletableFuture<Void> event) {
    assertThat(event).isCompletedExceptionally();
    return ((PublishException) event.handle((done, failure) -> failure).join()).reason();
  }
}

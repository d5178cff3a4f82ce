package io.tinyanalytics.ingest.publish;

import io.tinyanalytics.ingest.publish.PublishException.Reason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Publishes into memory, or does not, as its test says. */
public final class RecordingPublisher implements EventPublisher {

  private final List<OutgoingEvent> published = new CopyOnWriteArrayList<>();
  private volatile boolean ready = true;
  private volatile Function<OutgoingEvent, CompletableFuture<Void>> behaviour = this::acknowledge;

  @Override
  public CompletableFuture<Void> publish(OutgoingEvent event) {
    return behaviour.apply(event);
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  public List<OutgoingEvent> published() {
    return published;
  }

  public OutgoingEvent last() {
    return published.get(published.size() - 1);
  }

  /** Forgets everything and acknowledges each event at once. */
  public void reset() {
    published.clear();
    ready = true;
    behaviour = this::acknowledge;
  }

  public void becomeReady(boolean isReady) {
    ready = isReady;
  }

  public void behave(Function<OutgoingEvent, CompletableFuture<Void>> how) {
    behaviour = how;
  }

  /** Acknowledges all events but those with this name. */
  public void failEventsNamed(String name, Reason reason) {
    behaviour =
        event ->
            event.event().event().eventName().equals(name)
                ? CompletableFuture.failedFuture(new PublishException(reason))
                : acknowledge(event);
  }

  private CompletableFuture<Void> acknowledge(OutgoingEvent event) {
    published.add(event);
    return CompletableFuture.completedFuture(null);
  }
}

package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.ingest.auth.Authentication;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Optional;

/** Decides about one event; the order of its checks is part of the contract. */
public final class EventGate {

  private final Authentication authentication;
  private final DenyList denyList;
  private final EventStamp stamp;

  public EventGate(Authentication authentication, DenyList denyList, EventStamp stamp) {
    this.authentication = requireNonNull(authentication, "authentication is null");
    this.denyList = requireNonNull(denyList, "denyList is null");
    this.stamp = requireNonNull(stamp, "stamp is null");
  }

  /** Returns the event as it is to be published, or nothing if it is a bot's. */
  Optional<OutgoingEvent> pass(CollectedEvent collected, Submission submission, long nowMillis)
      throws RefusedException {
    boolean trusted =
        authentication.authenticate(
            collected.event().siteId(), submission.apiKey(), submission.body());
    Visitor visitor = submission.sender().of(collected, trusted);
    long tsMillis = EventTime.check(collected.event().tsMillis(), nowMillis);
    if (denyList.matches(visitor.userAgent())) {
      return Optional.empty();
    }
    return Optional.of(stamp.stamp(collected, visitor, tsMillis, nowMillis));
  }
}

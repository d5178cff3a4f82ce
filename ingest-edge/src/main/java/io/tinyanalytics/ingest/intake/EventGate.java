package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.ingest.auth.Authentication;
import io.tinyanalytics.ingest.auth.Grant;
import io.tinyanalytics.ingest.auth.SitePolicy;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Optional;

/** Decides about one event; the order of its checks is part of the contract. */
public final class EventGate {

  private final Authentication authentication;
  private final SiteRates limit;
  private final DenyList denyList;
  private final EventStamp stamp;

  public EventGate(
      Authentication authentication, SiteRates limit, DenyList denyList, EventStamp stamp) {
    this.authentication = requireNonNull(authentication, "authentication is null");
    this.limit = requireNonNull(limit, "limit is null");
    this.denyList = requireNonNull(denyList, "denyList is null");
    this.stamp = requireNonNull(stamp, "stamp is null");
  }

  /** Returns the event to publish; empty if it is ignored because a bot sent it. */
  Optional<OutgoingEvent> pass(CollectedEvent collected, Submission submission, long nowMillis)
      throws RefusedException {
    String siteId = collected.event().siteId();
    Grant grant = authentication.authenticate(siteId, submission.credentials());
    SitePolicy policy = grant.policy();
    limit.pass(siteId, grant, submission.sender().address());
    Visitor visitor = submission.sender().of(collected, grant.trusted());
    long tsMillis = EventTime.check(collected.event().tsMillis(), nowMillis);
    if (!grant.trusted()) {
      EventTime.checkAge(tsMillis, nowMillis, policy.maxAge());
    }
    String botName = denyList.match(visitor.userAgent()).orElse(null);
    if (botName != null && policy.bots() == SitePolicy.Bots.DROP) {
      return Optional.empty();
    }
    PassedEvent passed = new PassedEvent(collected, visitor, policy, tsMillis, botName);
    return Optional.of(stamp.stamp(passed, nowMillis));
  }
}

package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.identity.Identity;
import io.tinyanalytics.ingest.identity.Person;
import io.tinyanalytics.ingest.identity.VisitorIdentity;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds to an event what the edge knows about it, but not the address. */
public final class EventStamp {

  private final VisitorIdentity identities;
  private final EventIds ids = new EventIds();

  public EventStamp(VisitorIdentity identities) {
    this.identities = requireNonNull(identities, "identities is null");
  }

  /** Stamps an event. Refuses it while there is no salt to distinguish visitors. */
  OutgoingEvent stamp(PassedEvent passed, long nowMillis) throws RefusedException {
    CollectedEvent collected = passed.collected();
    String id = collected.eventId() == null ? ids.next(nowMillis) : collected.eventId();
    ClientEvent event = collected.event().withTsMillis(passed.tsMillis());
    return new OutgoingEvent(
        new RawEvent(id, event, origin(passed, nowMillis), nowMillis, passed.day()),
        EventJson.contentHash(collected));
  }

  private Origin origin(PassedEvent passed, long nowMillis) throws RefusedException {
    Visitor visitor = passed.visitor();
    Identity identity = identity(passed, nowMillis);
    return new Origin(
        identity == null ? null : identity.visitorId(),
        identity == null ? null : identity.ipHash(),
        identity == null ? null : identity.ipPrefix(),
        visitor.userAgent(),
        visitor.hints(),
        visitor.acceptLanguage(),
        identity == null ? null : identity.previousVisitorId(),
        passed.botName());
  }

  private @Nullable Identity identity(PassedEvent passed, long nowMillis) throws RefusedException {
    ClientAddress address = passed.visitor().address();
    if (address == null) {
      return null;
    }
    if (passed.nameless()) {
      return Identity.nameless(address);
    }
    String siteId = passed.collected().event().siteId();
    return identities
        .of(
            new Person(siteId, address, passed.visitor().userAgent()),
            Instant.ofEpochMilli(passed.tsMillis()),
            Instant.ofEpochMilli(nowMillis),
            passed.policy().zone())
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusalCode.UNAVAILABLE,
                    "the edge has not read the day's salt yet; send the event again later"));
  }
}

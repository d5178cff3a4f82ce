package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.ingest.identity.Identity;
import io.tinyanalytics.ingest.identity.VisitorIdentity;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Adds to an event what the edge knows of it, and leaves the address behind. */
public final class EventStamp {

  private final VisitorIdentity identities;
  private final EventIds ids = new EventIds();

  public EventStamp(VisitorIdentity identities) {
    this.identities = requireNonNull(identities, "identities is null");
  }

  OutgoingEvent stamp(CollectedEvent collected, Visitor visitor, long tsMillis, long nowMillis) {
    String id = collected.eventId() == null ? ids.next(nowMillis) : collected.eventId();
    ClientEvent event = collected.event().withTsMillis(tsMillis);
    Origin origin = origin(event, visitor, nowMillis);
    return new OutgoingEvent(
        new RawEvent(id, event, origin, nowMillis), EventJson.contentHash(collected));
  }

  private Origin origin(ClientEvent event, Visitor visitor, long nowMillis) {
    Identity identity = identity(event, visitor, nowMillis);
    return new Origin(
        identity == null ? null : identity.visitorId(),
        identity == null ? null : identity.ipHash(),
        identity == null ? null : identity.ipPrefix(),
        visitor.userAgent(),
        visitor.hints(),
        visitor.acceptLanguage());
  }

  private @Nullable Identity identity(ClientEvent event, Visitor visitor, long nowMillis) {
    return visitor.address() == null
        ? null
        : identities.of(
            event.siteId(),
            visitor.address(),
            visitor.userAgent(),
            EventTime.day(event.tsMillis()),
            EventTime.day(nowMillis));
  }
}

package io.tinyanalytics.pipeline.enrich;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.EventDetails;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.event.Revenue;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.EventRow.Kind;
import io.tinyanalytics.pipeline.stream.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.jspecify.annotations.Nullable;

/** Turns an enriched event into bytes, so that each text is encoded once. Not thread-safe. */
public final class EventEncoder {

  private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();
  private static final byte[] NO_HASH = new byte[32];
  private static final String NO_PROPS = "{}";
  private static final String NO_COUNTRY = "unknown";

  private final Texts texts = new Texts();

  /**
   * Encodes an event.
   *
   * @param key the first 64 bits of its key
   */
  public EventRow encode(EnrichedEvent event, long key) {
    RawEvent raw = event.raw();
    Origin origin = raw.origin();
    EventDetails details = raw.event().details();
    long visitorId = number(origin.visitorId());
    return new EventRow(
        key,
        visitor(visitorId, raw),
        number(origin.previousVisitorId()),
        kind(raw.event().eventName()),
        event.device().isBot(),
        raw.epochDay(),
        raw.event().tsMillis(),
        raw.receivedAtMillis(),
        visitorId,
        origin.ipHash() == null ? NO_HASH : HexFormat.of().parseHex(origin.ipHash()),
        details.engagedMillis(),
        details.scroll(),
        units(details.revenue()),
        texts(event, raw),
        attributes(event, raw.event()));
  }

  private static long number(@Nullable String id) {
    return id == null ? 0 : HexFormat.fromHexDigitsToLong(id);
  }

  private static long units(@Nullable Revenue revenue) {
    return revenue == null ? 0 : revenue.units();
  }

  private static Kind kind(String eventName) {
    return switch (eventName) {
      case ClientEvent.PAGEVIEW -> Kind.PAGEVIEW;
      case ClientEvent.ENGAGEMENT -> Kind.ENGAGEMENT;
      default -> Kind.OTHER;
    };
  }

  /** A user id stands for the visitor only where the sender knows no address. */
  private static long visitor(long visitorId, RawEvent raw) {
    String userId = raw.event().userId();
    if (visitorId != 0 || userId == null || raw.origin().ipPrefix() != null) {
      return visitorId;
    }
    byte[] utf8 = userId.getBytes(StandardCharsets.UTF_8);
    return HASH.hash(utf8, 0, utf8.length, 0);
  }

  private byte[] texts(EnrichedEvent event, RawEvent raw) {
    ClientEvent client = raw.event();
    Revenue revenue = client.details().revenue();
    return texts
        .add(client.siteId())
        .add(client.eventName())
        .add(raw.eventId())
        .add(client.userId())
        .add(client.sessionId())
        .add(client.url())
        .add(event.page().hostname())
        .add(event.page().path())
        .add(client.referrer())
        .add(client.props() == null ? NO_PROPS : client.props())
        .add(revenue == null ? null : revenue.currency())
        .pack();
  }

  private byte[] attributes(EnrichedEvent event, ClientEvent client) {
    Campaign campaign = event.campaign();
    Device device = event.device();
    return texts
        .add(event.source())
        .add(campaign.source())
        .add(campaign.medium())
        .add(campaign.name())
        .add(campaign.term())
        .add(campaign.content())
        .add(client.referrer())
        .add(NO_COUNTRY)
        .add(device.type())
        .add(device.browser())
        .add(device.browserVersion())
        .add(device.os())
        .add(device.osVersion())
        .add(event.language())
        .add(client.screen())
        .add(device.botName())
        .pack();
  }
}

package io.tinyanalytics.pipeline.store.writer;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.EventDetails;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.Revenue;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.Page;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The columns of {@code events}, in the order of the schema. */
final class EventColumns implements RowColumns {

  private static final int HASH_BYTES = 32;
  private static final byte[] NO_HASH = new byte[HASH_BYTES];
  private static final String NO_PROPS = "{}";
  private static final String NO_COUNTRY = "unknown";

  private final NativeBlock block = new NativeBlock();
  private final Column siteId = block.text("site_id");
  private final Column eventDate = block.day("event_date");
  private final Column eventTime = block.time("event_time");
  private final Column eventName = block.text("event_name");
  private final Column eventId = block.text("event_id");
  private final Column userId = block.text("user_id");
  private final Column sessionId = block.text("session_id");
  private final Column visitorId = block.uint64("visitor_id");
  private final Column url = block.text("url");
  private final Column hostname = block.text("hostname");
  private final Column path = block.text("path");
  private final Column referrer = block.text("referrer");
  private final Column source = block.text("source");
  private final Column utmSource = block.text("utm_source");
  private final Column utmMedium = block.text("utm_medium");
  private final Column utmCampaign = block.text("utm_campaign");
  private final Column utmTerm = block.text("utm_term");
  private final Column utmContent = block.text("utm_content");
  private final Column country = block.text("country");
  private final Column deviceType = block.text("device_type");
  private final Column browser = block.text("browser");
  private final Column browserVersion = block.text("browser_version");
  private final Column os = block.text("os");
  private final Column osVersion = block.text("os_version");
  private final Column language = block.text("language");
  private final Column screen = block.text("screen");
  private final Column isBot = block.bool("is_bot");
  private final Column botName = block.text("bot_name");
  private final Column ipHash = block.fixed("ip_hash", HASH_BYTES);
  private final Column payload = block.text("payload");
  private final Column engagedMillis = block.uint32("engaged_ms");
  private final Column scroll = block.uint8("scroll");
  private final Column revenueAmount = block.amount("revenue_amount");
  private final Column revenueCurrency = block.text("revenue_currency");
  private final Column receivedAt = block.time("_received_at");
  private final CoordinateColumns coordinates = new CoordinateColumns(block);

  @Override
  public void begin(long begunAtMillis) {
    block.clear();
    coordinates.begin(begunAtMillis);
  }

  @Override
  public void add(StoreRow row) {
    EnrichedEvent event = requireNonNull(row.event(), "event is null");
    eventDate.uint16((int) event.raw().day().toEpochDay());
    addClientEvent(event.raw().eventId(), event.raw().event());
    addDetails(event.raw().event().details());
    addOrigin(event.raw().origin());
    addPage(event.page());
    addCampaign(event.campaign());
    addDevice(event.device());
    source.text(event.source());
    country.text(NO_COUNTRY);
    language.text(event.language());
    receivedAt.int64(event.raw().receivedAtMillis());
    coordinates.add(row.at());
  }

  @Override
  public NativeBlock block() {
    return block;
  }

  private void addClientEvent(String id, ClientEvent event) {
    siteId.text(event.siteId());
    eventTime.int64(event.tsMillis());
    eventName.text(event.eventName());
    eventId.text(id);
    userId.text(orEmpty(event.userId()));
    sessionId.text(orEmpty(event.sessionId()));
    url.text(orEmpty(event.url()));
    referrer.text(orEmpty(event.referrer()));
    screen.text(orEmpty(event.screen()));
    payload.text(event.props() == null ? NO_PROPS : event.props());
  }

  private void addDetails(EventDetails details) {
    Revenue revenue = details.revenue();
    engagedMillis.uint32(details.engagedMillis());
    scroll.uint8(details.scroll());
    revenueAmount.int64(revenue == null ? 0 : revenue.units());
    revenueCurrency.text(revenue == null ? "" : revenue.currency());
  }

  private void addOrigin(Origin origin) {
    String visitor = origin.visitorId();
    visitorId.int64(visitor == null ? 0 : HexFormat.fromHexDigitsToLong(visitor));
    String hash = origin.ipHash();
    ipHash.fixed(hash == null ? NO_HASH : HexFormat.of().parseHex(hash));
  }

  private void addPage(Page page) {
    hostname.text(page.hostname());
    path.text(page.path());
  }

  private void addCampaign(Campaign campaign) {
    utmSource.text(campaign.source());
    utmMedium.text(campaign.medium());
    utmCampaign.text(campaign.name());
    utmTerm.text(campaign.term());
    utmContent.text(campaign.content());
  }

  private void addDevice(Device device) {
    deviceType.text(device.type());
    browser.text(device.browser());
    browserVersion.text(device.browserVersion());
    os.text(device.os());
    osVersion.text(device.osVersion());
    isBot.bool(device.isBot());
    botName.text(device.botName());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

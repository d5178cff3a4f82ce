package io.tinyanalytics.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a message that say where its event came from. */
final class OriginReader {

  private static final int VISITOR_ID_DIGITS = 16;
  private static final int IP_HASH_DIGITS = 64;

  private final ValueReader values;
  private @Nullable String visitorId;
  private @Nullable String ipHash;
  private @Nullable String ipPrefix;
  private @Nullable String userAgent;
  private @Nullable String brands;
  private @Nullable String mobile;
  private @Nullable String platform;
  private @Nullable String acceptLanguage;
  private @Nullable String previousVisitorId;
  private boolean bot;
  private @Nullable String botName;

  OriginReader(ValueReader values) {
    this.values = values;
  }

  /** Reads a field's value if it says where the event came from; otherwise returns false. */
  boolean read(String field) throws IOException, EventFormatException {
    switch (field) {
      case "visitor_id" -> visitorId = values.hex(field, VISITOR_ID_DIGITS);
      case "ip_hash" -> ipHash = values.hex(field, IP_HASH_DIGITS);
      case "ip_prefix" -> ipPrefix = values.text(field, EventLimits.NAME_LENGTH);
      case "ua" -> userAgent = values.text(field, EventLimits.USER_AGENT_LENGTH);
      case "ch_brands" -> brands = values.text(field, EventLimits.HINT_LENGTH);
      case "ch_mobile" -> mobile = values.text(field, EventLimits.HINT_LENGTH);
      case "ch_platform" -> platform = values.text(field, EventLimits.HINT_LENGTH);
      case "accept_language" -> acceptLanguage = values.text(field, EventLimits.HINT_LENGTH);
      case "previous_visitor_id" -> previousVisitorId = values.hex(field, VISITOR_ID_DIGITS);
      case "bot" -> bot = values.flag(field);
      case "bot_name" -> botName = values.text(field, EventLimits.NAME_LENGTH);
      default -> {
        return false;
      }
    }
    return true;
  }

  Origin toOrigin() {
    return new Origin(
        visitorId,
        ipHash,
        ipPrefix,
        userAgent,
        new ClientHints(brands, mobile, platform),
        acceptLanguage,
        previousVisitorId,
        bot && botName == null ? Origin.UNNAMED_BOT : botName);
  }
}

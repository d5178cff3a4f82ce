package io.tinyanalytics.pipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.pipeline.stream.Campaign;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the campaign parameters of a query: the first of each name counts, and a value that is not
 * well encoded stays as it stands.
 *
 * @see <a href="https://support.google.com/analytics/answer/10917952">Campaign parameters</a>
 */
final class CampaignParser {

  private static final String PREFIX = "utm_";

  private CampaignParser() {}

  static Campaign parse(String query) {
    if (!query.contains(PREFIX)) {
      return Campaign.NONE;
    }
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (parameter.startsWith(PREFIX) && equals > 0) {
        parameters.putIfAbsent(
            parameter.substring(PREFIX.length(), equals), decode(parameter.substring(equals + 1)));
      }
    }
    return new Campaign(
        parameters.getOrDefault("source", ""),
        parameters.getOrDefault("medium", ""),
        parameters.getOrDefault("campaign", ""),
        parameters.getOrDefault("term", ""),
        parameters.getOrDefault("content", ""));
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      return value; // a percent sign that begins no escape
    }
  }
}

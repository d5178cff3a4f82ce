package io.tinyanalytics.pipeline.enrich.url;

import io.tinyanalytics.pipeline.stream.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * Reads the campaign parameters of a query as browsers read forms: {@code &} separates parameters,
 * a plus sign is a space, and names and values are percent-decoded. A percent sign that starts no
 * valid escape is kept. Names must be in lower case. If a name occurs twice, the first one counts.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-urlencoded-parser">urlencoded parser</a>
 * @see <a href="https://support.google.com/analytics/answer/10917952">Campaign parameters</a>
 */
public final class CampaignParser {

  private static final String PREFIX = "utm_";

  private @Nullable String source;
  private @Nullable String medium;
  private @Nullable String name;
  private @Nullable String term;
  private @Nullable String content;

  private CampaignParser() {}

  /** The campaign in {@code query}, which is given without its question mark. */
  public static Campaign parse(String query) {
    if (query.indexOf('%') < 0 && !query.contains(PREFIX)) {
      return Campaign.NONE;
    }
    CampaignParser parser = new CampaignParser();
    for (int begin = 0; begin < query.length(); ) {
      int and = query.indexOf('&', begin);
      int end = and < 0 ? query.length() : and;
      parser.read(query, begin, end);
      begin = end + 1;
    }
    return parser.campaign();
  }

  private void read(String query, int begin, int end) {
    int equals = query.indexOf('=', begin);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    if (query.startsWith(PREFIX, begin) || contains(query, '%', begin, nameEnd)) {
      keep(
          decode(query.substring(begin, nameEnd)),
          query.substring(Math.min(nameEnd + 1, end), end));
    }
  }

  private void keep(String parameter, String value) {
    switch (parameter) {
      case "utm_source" -> source = first(source, value);
      case "utm_medium" -> medium = first(medium, value);
      case "utm_campaign" -> name = first(name, value);
      case "utm_term" -> term = first(term, value);
      case "utm_content" -> content = first(content, value);
      default -> {
        // not a campaign parameter
      }
    }
  }

  private static String first(@Nullable String before, String value) {
    return before == null ? decode(value) : before;
  }

  private Campaign campaign() {
    Campaign campaign =
        new Campaign(
            orEmpty(source), orEmpty(medium), orEmpty(name), orEmpty(term), orEmpty(content));
    return campaign.equals(Campaign.NONE) ? Campaign.NONE : campaign;
  }

  private static String decode(String text) {
    return text.indexOf('%') < 0 && text.indexOf('+') < 0
        ? text
        : PercentEncoding.decode(text, true);
  }

  private static boolean contains(String text, char c, int begin, int end) {
    int at = text.indexOf(c, begin);
    return at >= 0 && at < end;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

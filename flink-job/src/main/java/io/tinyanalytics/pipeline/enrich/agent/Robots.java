package io.tinyanalytics.pipeline.enrich.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the name that a robot gives itself in its user agent. A robot declares itself in one of
 * three ways: with a product whose name says so ({@code Googlebot/2.1}), after {@code compatible;},
 * or in a comment with a contact address. Other comments contain the names of phones and say
 * nothing about robots: {@code (Linux; Android 12; CUBOT P60)} belongs to a person.
 */
final class Robots {

  private static final int LONGEST_NAME = 64;

  /**
   * The user agent of the link preview fetcher starts with this word; the app itself puts it last.
   */
  private static final String LINK_PREVIEW = "WhatsApp";

  private static final String WORDS =
      "(?:(?<!cu)bots?(?![a-z])|robot|spider|crawl|slurp|scrap(?:er|y)|headless|external(?:hit|agent|"
          + "fetcher)|lighthouse|phantomjs|uripreview|bingpreview|inspectiontool|mediapartners|"
          + "googleother|apis-google|feedfetcher|ia_archiver|^ptst$|gtmetrix|statuscake|site24x7|"
          + "synthetics|health-?check|cypress|puppeteer|playwright|selenium|-user$)";
  private static final Pattern WORD = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE_LIKE_ROBOT =
      Pattern.compile(
          "(?i)[^;()\\[\\]/,]{0,40}(?:bot|spider|crawl|scrap|slurp)[^;()\\[\\]/,]{0,40}");
  private static final Pattern VERSIONED_WORD = Pattern.compile("\\S+/v?\\d\\S*");
  private static final Pattern CONTACT = Pattern.compile("https?://|\\w@[\\w.-]+\\.[A-Za-z]{2,}");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern COMPATIBLE = Pattern.compile("(?i)(?:^|;)\\s*compatible\\s*[;,]");

  /** Text that follows {@code compatible;} in the user agents of people's browsers. */
  private static final Pattern OLD_BROWSER =
      Pattern.compile(
          "(?i)(?:msie|konqueror|opera|icab|omniweb|netfront|iemobile|windows|linux|android|x11|"
              + "macintosh|iphone|ipad|trident|wow64)\\b.*");

  private static final Set<String> SAID_BY_ALL =
      Set.of(
          "applewebkit",
          "chrome",
          "chromium",
          "compatible",
          "firefox",
          "gecko",
          "khtml",
          "like",
          "mobile",
          "mozilla",
          "safari",
          "version");

  private Robots() {}

  /** The name of the robot, if a product or a comment contains a word for robots. */
  static Optional<String> declaredByWord(String userAgent, Products products) {
    return first(
        products.names().stream()
            .filter(name -> hasWord(name) || userAgent.startsWith(LINK_PREVIEW))
            .map(name -> leading(userAgent, name)),
        products.comments().stream()
            .flatMap(
                comment ->
                    items(comment)
                        .filter(item -> declares(comment) || isVersioned(item))
                        .map(Robots::name)
                        .filter(Robots::hasWord)));
  }

  /**
   * The robot's name, if the user agent has a contact, or a robot's name after {@code compatible;}.
   */
  static Optional<String> declaredByContact(String userAgent, Products products) {
    return first(
        products.comments().stream().flatMap(Robots::behindCompatible),
        Stream.of(userAgent)
            .filter(text -> CONTACT.matcher(text).find())
            .map(text -> ownName(text, products, "robot")));
  }

  /** The first name that browsers do not use too, or {@code otherwise} if there is none. */
  static String ownName(String userAgent, Products products, String otherwise) {
    Predicate<String> own = name -> !SAID_BY_ALL.contains(name.toLowerCase(Locale.ROOT));
    return first(
            products.names().stream()
                .filter(own.and(name -> !isContact(name)))
                .map(name -> leading(userAgent, name)),
            products.comments().stream()
                .filter(Robots::declares)
                .flatMap(Robots::items)
                .filter(item -> !isContact(item))
                .map(Robots::name)
                .filter(own.and(name -> !OLD_BROWSER.matcher(name).matches())))
        .orElse(otherwise);
  }

  /** The first brand in {@code Sec-CH-UA} that contains a word for robots. */
  static Optional<String> amongBrands(String brands) {
    return QUOTED
        .matcher(brands)
        .results()
        .map(brand -> brand.group(1))
        .filter(Robots::hasWord)
        .findFirst();
  }

  /**
   * The user agent, with the phone's name replaced by {@code K} if it sounds like a robot. Browsers
   * hide the name of a phone in the same way.
   */
  static String withoutPhone(String userAgent) {
    return userAgent.contains("Android")
        ? PHONE_LIKE_ROBOT.matcher(userAgent).replaceAll(" K")
        : userAgent;
  }

  private static Stream<String> behindCompatible(String comment) {
    Matcher compatible = COMPATIBLE.matcher(comment);
    return compatible.find()
        ? items(comment.substring(compatible.end()))
            .limit(1)
            .filter(item -> !OLD_BROWSER.matcher(item).matches() && !isContact(item))
            .map(Robots::name)
        : Stream.empty();
  }

  private static boolean declares(String comment) {
    return COMPATIBLE.matcher(comment).find() || CONTACT.matcher(comment).find();
  }

  private static Stream<String> items(String comment) {
    return Arrays.stream(comment.split("[;,]", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty());
  }

  private static boolean isVersioned(String item) {
    return VERSIONED_WORD.matcher(item).matches();
  }

  private static boolean isContact(String text) {
    String word = text.split("\\s", 2)[0];
    return word.startsWith("+") || CONTACT.matcher(word).find();
  }

  private static boolean hasWord(String name) {
    return WORD.matcher(name).find();
  }

  /**
   * The full name, where a user agent starts with a name of several words that includes this one.
   */
  private static String leading(String userAgent, String name) {
    String begin = userAgent.split("[/(;]|https?:", 2)[0];
    return name(begin.contains(name) ? begin : name);
  }

  /** The name without version and contact. */
  private static String name(String item) {
    String name = item.split("/|\\s+(?:\\+|v?\\d|Mozilla$)", 2)[0];
    return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("[\\s_+]+$", "");
  }

  private static Optional<String> first(Stream<String> some, Stream<String> others) {
    return Stream.concat(some, others).filter(name -> !name.isEmpty()).findFirst();
  }
}

package io.tinyanalytics.pipeline.enrich;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Accept-Language}. The language with the greatest weight is preferred; if several
 * have that weight, the first one. A language with the weight 0 is excluded, and {@code *} names no
 * language. Empty elements and elements that are not a language range are skipped. An invalid
 * weight counts less than any valid weight above 0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept-language">RFC 9110</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1">RFC 5646, case of tags</a>
 */
final class LanguagePreference {

  private static final Pattern ELEMENT =
      Pattern.compile("([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:[ \\t]*;[ \\t]*(.*))?");
  private static final Pattern WEIGHT =
      Pattern.compile("[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");
  private static final double LEAST = 0.0001;

  private LanguagePreference() {}

  /**
   * The preferred language tag in its usual case, such as {@code de-AT}; empty if the header names
   * none.
   */
  static String first(String acceptLanguage) {
    String preferred = "";
    double best = 0;
    for (String element : acceptLanguage.split(",", -1)) {
      Matcher language = ELEMENT.matcher(element.strip());
      if (language.matches() && weight(language) > best) {
        preferred = language.group(1);
        best = weight(language);
      }
    }
    return usualCase(preferred);
  }

  private static double weight(Matcher language) {
    String parameters = language.group(2);
    if (parameters == null) {
      return 1;
    }
    Matcher weight = WEIGHT.matcher(parameters.strip());
    return weight.matches() ? Double.parseDouble(weight.group(1)) : LEAST;
  }

  /**
   * Regions (two letters) in upper case, scripts (four letters) capitalized, all else in lower
   * case.
   */
  private static String usualCase(String tag) {
    String[] subtags = tag.toLowerCase(Locale.ROOT).split("-", -1);
    for (int i = 1; i < subtags.length && subtags[i - 1].length() > 1; i++) {
      int capitals = subtags[i].length() == 2 ? 2 : subtags[i].length() == 4 ? 1 : 0;
      subtags[i] =
          subtags[i].substring(0, capitals).toUpperCase(Locale.ROOT)
              + subtags[i].substring(capitals);
    }
    return String.join("-", subtags);
  }
}

package io.tinyanalytics.ingest.intake;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds where a user agent describes an Android device. A maker can give a phone any name, such as
 * CUBOT, so the description does not show whether the sender is a bot.
 *
 * <p>Two places describe a device: a comment in parentheses that names Android, as in {@code
 * (Linux; Android 12; CUBOT P60)}, and the fields that Facebook's apps write in brackets, as in
 * {@code [FBAN/FB4A;FBDV/CUBOT P60]}. Bots that imitate a phone are still detected: a comment with
 * {@code compatible}, a web address or a mail address belongs to a bot, and a name with a version,
 * such as {@code Foobot/1.0}, is a program and not a device.
 */
final class DeviceComments {

  private static final String ANDROID = "android";

  private static final Pattern OF_A_BOT = Pattern.compile("\\bcompatible\\b|://|\\bwww\\.|@");
  private static final Pattern PROGRAM = Pattern.compile("[^\\s;()/]++/\\d[^\\s;()]*+");
  private static final Pattern FACEBOOK_DEVICE = Pattern.compile("\\bfb(?:dv|mf|bd)/[^;\\]]*+");

  private DeviceComments() {}

  /** The user agent without its descriptions of an Android device. */
  static String removedFrom(String lowerCaseUserAgent) {
    StringBuilder rest = new StringBuilder(lowerCaseUserAgent.length());
    int from = 0;
    int start;
    while ((start = lowerCaseUserAgent.indexOf('(', from)) >= 0) {
      int end = end(lowerCaseUserAgent, start);
      boolean device = isDevice(lowerCaseUserAgent, start, end);
      String comment = lowerCaseUserAgent.substring(start, end);
      rest.append(lowerCaseUserAgent, from, start).append(device ? programs(comment) : comment);
      from = end;
    }
    rest.append(lowerCaseUserAgent, from, lowerCaseUserAgent.length());
    return FACEBOOK_DEVICE.matcher(rest).replaceAll("");
  }

  /**
   * The index after the parenthesis that closes the one at {@code start}, or the end of the text.
   */
  private static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Instagram writes {@code Android} before its comment; all others write it inside. */
  private static boolean isDevice(String text, int start, int end) {
    String comment = text.substring(start, end);
    return (comment.contains(ANDROID) || text.substring(0, start).endsWith(ANDROID + ' '))
        && !OF_A_BOT.matcher(comment).find();
  }

  private static String programs(String comment) {
    return String.join(" ", PROGRAM.matcher(comment).results().map(MatchResult::group).toList());
  }
}

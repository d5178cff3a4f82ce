package io.tinyanalytics.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page's address that the edge changes before it publishes an event. It reads an
 * address as browsers do: a backslash counts as a slash, any number of slashes may follow {@code
 * https:}, and tabs and line breaks are ignored.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">WHATWG URL: parsing</a>
 */
final class WebAddress {

  /** The text before user, password and host. */
  private static final Pattern START =
      Pattern.compile(
          "[\\x00- ]*+(?:(?:blob|filesystem|jar|view-source):)*+"
              + "(?:(?:https?|wss?|ftp):[/\\\\]*+|[a-z][a-z0-9+.-]*+://|[/\\\\]{2,}+)",
          Pattern.CASE_INSENSITIVE);

  /** The same text in an address that was percent-encoded as a whole. */
  private static final Pattern ENCODED_START =
      Pattern.compile(
          "[\\x00- ]*+[a-z][a-z0-9+.-]*+%3a(?:%2f|%5c|[/\\\\]){2,}+", Pattern.CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("[/\\\\?#]");
  private static final Pattern ENCODED_END =
      Pattern.compile("[/\\\\?#]|%(?:2f|5c|3f|23)", Pattern.CASE_INSENSITIVE);

  /** An at sign, encoded any number of times. A host cannot contain one. */
  private static final Pattern AT = Pattern.compile("@|%(?:25)*+40");

  /** An invalid port. It shows that the text before it is a user and not a host. */
  private static final Pattern NO_PORT = Pattern.compile(":[0-9]*+[^0-9:\\]][^:\\]]*+$");

  private static final Pattern NO_HOST = Pattern.compile("[\\x00- ]");

  private WebAddress() {}

  /** The address without user and password; unchanged if it contains neither. */
  static String withoutCredentials(String address) {
    if (address.indexOf('@') < 0 && !address.contains("40")) {
      return address;
    }
    String text = withoutLineBreaks(address);
    Authority authority = Authority.of(text);
    if (authority == null || authority.host() == authority.start()) {
      return address;
    }
    return text.substring(0, authority.start()) + text.substring(authority.host());
  }

  /**
   * The address cut after its host and port, as browsers cut a referrer that is too long; null if
   * it contains no host.
   *
   * @see <a href="https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer">
   *     Referrer Policy, step 6</a>
   */
  static @Nullable String origin(String address) {
    String text = withoutLineBreaks(address);
    Authority authority = Authority.of(text);
    if (authority == null) {
      return null;
    }
    String host = text.substring(authority.start(), authority.end());
    return host.isEmpty() || NO_HOST.matcher(host).find()
        ? null
        : text.substring(0, authority.end()).stripLeading() + '/';
  }

  private static String withoutLineBreaks(String address) {
    return address.replace("\t", "").replace("\n", "").replace("\r", "");
  }

  /** The text from {@code start} to {@code end} holds user, password, host and port. */
  private record Authority(String text, int start, int end) {

    static @Nullable Authority of(String text) {
      Matcher plain = START.matcher(text);
      if (plain.lookingAt()) {
        return upTo(END, text, plain.end());
      }
      Matcher encoded = ENCODED_START.matcher(text);
      return encoded.lookingAt() ? upTo(ENCODED_END, text, encoded.end()) : null;
    }

    private static Authority upTo(Pattern delimiter, String text, int start) {
      int end = next(delimiter, text, start, text.length());
      boolean user = NO_PORT.matcher(text.substring(start, end)).find();
      int at = user ? next(AT, text, start, -1) : -1;
      return new Authority(
          text, start, Math.max(end, at < 0 ? -1 : next(delimiter, text, at, text.length())));
    }

    private static int next(Pattern pattern, String text, int from, int otherwise) {
      Matcher found = pattern.matcher(text);
      return found.find(from) ? found.start() : otherwise;
    }

    /** Where the host begins: after the last at sign. */
    int host() {
      Matcher at = AT.matcher(text).region(start, end);
      int host = start;
      while (at.find()) {
        host = at.end();
      }
      return host;
    }
  }
}

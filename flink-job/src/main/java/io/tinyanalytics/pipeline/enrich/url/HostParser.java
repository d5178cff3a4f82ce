package io.tinyanalytics.pipeline.enrich.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes hosts as browsers do, so that each host has exactly one text: in ASCII (Punycode) and
 * lower case, with IPv4 and IPv6 addresses in their shortest form.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-host-parser">Host parser</a>
 */
final class HostParser {

  /** The prefix of a label that is written in Punycode. */
  static final String ACE_PREFIX = "xn--";

  private static final String FORBIDDEN_IN_HOST = "\0\t\n\r #/:<>?@[\\]^|";

  /** UTS #46 errors that browsers ignore because they leave the related flags off. */
  private static final Set<IDNA.Error> ALLOWED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  private HostParser() {}

  /** The host of a web URL ({@code https} and similar schemes); empty if it is not valid. */
  static String parse(String host) {
    if (host.startsWith("[")) {
      return ipv6(host);
    }
    String domain = toAscii(PercentEncoding.decode(host, false));
    if (isForbiddenInDomain(domain)) {
      return "";
    }
    return Ipv4.isMeant(domain) ? Ipv4.parse(domain) : domain;
  }

  /** The host of any other URL, only percent-encoded; empty if it is not valid. */
  static String parseOpaque(String host) {
    if (host.startsWith("[")) {
      return ipv6(host);
    }
    boolean forbidden = host.chars().anyMatch(c -> FORBIDDEN_IN_HOST.indexOf(c) >= 0);
    return forbidden ? "" : PercentEncoding.CONTROLS.encode(host);
  }

  private static String ipv6(String host) {
    String address = host.endsWith("]") ? Ipv6.parse(host.substring(1, host.length() - 1)) : "";
    return address.isEmpty() ? "" : "[" + address + "]";
  }

  private static boolean isForbiddenInDomain(String domain) {
    return domain
        .chars()
        .anyMatch(c -> c < ' ' || c == '%' || c == 0x7F || FORBIDDEN_IN_HOST.indexOf(c) >= 0);
  }

  /** The domain in ASCII; empty if it has no ASCII form. */
  private static String toAscii(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    if (isAscii(domain) && !lower.startsWith(ACE_PREFIX) && !lower.contains("." + ACE_PREFIX)) {
      return lower;
    }
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = Uts46.BROWSERS.nameToASCII(domain, new StringBuilder(), info);
    return ALLOWED.containsAll(info.getErrors()) ? ascii.toString() : "";
  }

  private static boolean isAscii(String domain) {
    return domain.chars().allMatch(c -> c < 0x80);
  }

  /** A separate class, so that the tables are loaded only when a host needs them. */
  private static final class Uts46 {
    static final IDNA BROWSERS =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
  }
}

package io.tinyanalytics.pipeline.enrich.agent;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts Yauaa's words into the few that reports group by. */
final class DeviceWords {

  static final String UNKNOWN = "unknown";

  /** Its version is that of WebKit, which tells nothing of the app. */
  static final String WEBKIT_VIEW = "webkit webview";

  private static final Map<String, String> TYPES =
      Map.of(
          "Desktop", "desktop",
          "Phone", "mobile",
          "Mobile", "mobile",
          "Watch", "mobile",
          "Tablet", "tablet",
          "eReader", "tablet",
          "TV", "tv",
          "Set-top box", "tv",
          "Unknown", UNKNOWN);

  /**
   * Netscape is what Yauaa calls a user agent that says no more than {@code Mozilla/5.0}, UIWebView
   * any app on iOS that does not say which one it is.
   */
  private static final Map<String, String> BROWSERS =
      Map.of(
          "IE Mobile", "internet explorer",
          "SamsungBrowser", "samsung internet",
          "UIWebView", WEBKIT_VIEW,
          "Netscape", UNKNOWN,
          "Unknown", UNKNOWN);

  private static final Map<String, String> SYSTEMS =
      Map.of(
          "Windows NT", "windows",
          "Windows Phone", "windows",
          "Mac OS", "macos",
          "Mac OS X", "macos",
          "Chrome OS", "chromeos",
          "Unknown", UNKNOWN);

  private static final Set<String> LINUXES =
      Set.of(
          "CentOS",
          "Debian",
          "Fedora",
          "Fedora Linux",
          "Gentoo Linux",
          "Kubuntu",
          "Linux Mint",
          "Mandriva Linux",
          "Raspbian",
          "Red Hat",
          "Slackware",
          "SUSE",
          "Ubuntu",
          "Xubuntu");

  private static final Pattern VERSION = Pattern.compile("\\d{1,4}");

  private DeviceWords() {}

  static String type(String deviceClass) {
    return TYPES.getOrDefault(deviceClass, "other");
  }

  static String browser(String name) {
    if (name.startsWith("??")) {
      return UNKNOWN;
    }
    return name.startsWith("Opera ")
        ? "opera"
        : BROWSERS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
  }

  /** The major version of a browser; empty if it is unknown, or no version. */
  static String browserVersion(String browser, String version) {
    return browser.equals(UNKNOWN)
            || browser.equals(WEBKIT_VIEW)
            || !VERSION.matcher(version).matches()
        ? ""
        : version;
  }

  static String system(String name) {
    if (name.startsWith("??")) {
      return UNKNOWN;
    }
    return LINUXES.contains(name)
        ? "linux"
        : SYSTEMS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
  }

  /**
   * Of a system, up to its first dot; empty if there is none, or if it is hidden behind a lower
   * bound.
   */
  static String systemVersion(String version) {
    if (version.startsWith("??") || version.startsWith(">") || version.equals("Unknown")) {
      return "";
    }
    return version.split("\\.", 2)[0];
  }
}

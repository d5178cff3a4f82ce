package io.tinyanalytics.pipeline.enrich.agent;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Maps Yauaa's names to the few names that reports group by. */
final class DeviceWords {

  static final String UNKNOWN = "unknown";

  /** A view inside an app. Its version is the version of WebKit and says nothing about the app. */
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
   * Yauaa says Netscape for a user agent that contains only {@code Mozilla/5.0}, and UIWebView for
   * any app on iOS that does not name itself.
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

  /**
   * The major version of a browser; empty if the browser is unknown or the text is not a version.
   */
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
   * The version of an operating system up to its first dot. Empty if it is unknown, or if only a
   * lower bound is known because the browser hides it.
   */
  static String systemVersion(String version) {
    if (version.startsWith("??") || version.startsWith(">") || version.equals("Unknown")) {
      return "";
    }
    return version.split("\\.", 2)[0];
  }
}

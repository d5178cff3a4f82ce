package io.tinyanalytics.pipeline.enrich;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts Yauaa's words into the few that reports group by. */
final class DeviceWords {

  static final String UNKNOWN = "unknown";

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

  /** Netscape is what Yauaa calls a user agent that says no more than {@code Mozilla/5.0}. */
  private static final Map<String, String> BROWSERS =
      Map.of(
          "Opera Mobile", "opera",
          "Opera Mini", "opera",
          "Opera Touch", "opera",
          "Opera GX", "opera",
          "IE Mobile", "internet explorer",
          "SamsungBrowser", "samsung internet",
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

  private DeviceWords() {}

  static String type(String deviceClass) {
    return TYPES.getOrDefault(deviceClass, "other");
  }

  static String browser(String name) {
    return name.startsWith("??")
        ? UNKNOWN
        : BROWSERS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
  }

  static String system(String name) {
    if (name.startsWith("??")) {
      return UNKNOWN;
    }
    return LINUXES.contains(name)
        ? "linux"
        : SYSTEMS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
  }

  /** Up to its first dot; empty if there is none, or if it is hidden behind a lower bound. */
  static String majorVersion(String version) {
    if (version.startsWith("??") || version.startsWith(">") || version.equals("Unknown")) {
      return "";
    }
    return version.split("\\.", 2)[0];
  }
}

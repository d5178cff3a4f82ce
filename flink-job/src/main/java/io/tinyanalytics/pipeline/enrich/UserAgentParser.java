package io.tinyanalytics.pipeline.enrich;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.pipeline.stream.Device;
import java.util.HashMap;
import java.util.Map;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Reads user agents with Yauaa, behind a cache: an uncached parse takes about a millisecond, and
 * few user agents make most of a site's traffic. Building one takes seconds and a hundred
 * megabytes, so a process has {@linkplain #shared() one}.
 *
 * @see <a href="https://yauaa.basjes.nl">Yauaa</a>
 */
final class UserAgentParser {

  private static final int CACHED_USER_AGENTS = 50_000;
  private static final String HEADLESS = "HeadlessChrome";

  private final UserAgentAnalyzer analyzer =
      UserAgentAnalyzer.newBuilder()
          .hideMatcherLoadStats()
          .dropTests()
          .withoutCache()
          .withField(UserAgent.DEVICE_CLASS)
          .withField(UserAgent.AGENT_NAME)
          .withField(UserAgent.AGENT_VERSION_MAJOR)
          .withField(UserAgent.OPERATING_SYSTEM_NAME)
          .withField(UserAgent.OPERATING_SYSTEM_VERSION_MAJOR)
          .immediateInitialization()
          .build();

  private final LoadingCache<Key, Device> devices =
      Caffeine.newBuilder().maximumSize(CACHED_USER_AGENTS).build(this::analyze);

  private UserAgentParser() {}

  /** The one parser of this process; the first call builds it. */
  static UserAgentParser shared() {
    return Shared.PARSER;
  }

  Device parse(Origin origin) {
    String userAgent = origin.userAgent();
    return userAgent == null ? Device.UNKNOWN : devices.get(new Key(userAgent, origin.hints()));
  }

  private Device analyze(Key key) {
    if (key.userAgent().contains(HEADLESS)) {
      return robot(HEADLESS); // Yauaa takes it for a person's Chrome
    }
    UserAgent agent = analyzer.parse(key.headers());
    String deviceClass = agent.getValue(UserAgent.DEVICE_CLASS);
    String name = agent.getValue(UserAgent.AGENT_NAME);
    if (deviceClass.equals("Hacker")) {
      return Device.UNKNOWN; // garbage, or an attempt to break in through the user agent
    }
    if (deviceClass.startsWith("Robot")) {
      return robot(name);
    }
    String browser = DeviceWords.browser(name);
    return new Device(
        DeviceWords.type(deviceClass),
        browser,
        browser.equals(DeviceWords.UNKNOWN)
            ? ""
            : DeviceWords.majorVersion(agent.getValue(UserAgent.AGENT_VERSION_MAJOR)),
        DeviceWords.system(agent.getValue(UserAgent.OPERATING_SYSTEM_NAME)),
        DeviceWords.majorVersion(agent.getValue(UserAgent.OPERATING_SYSTEM_VERSION_MAJOR)),
        "");
  }

  /** Where a robot runs, and what it says to be besides, is nothing that a report may count. */
  private static Device robot(String name) {
    return new Device("other", DeviceWords.UNKNOWN, "", DeviceWords.UNKNOWN, "", name);
  }

  private record Key(String userAgent, ClientHints hints) {

    Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>();
      headers.put("User-Agent", userAgent);
      put(headers, "Sec-CH-UA", hints.brands());
      put(headers, "Sec-CH-UA-Mobile", hints.mobile());
      put(headers, "Sec-CH-UA-Platform", hints.platform());
      return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
      if (value != null) {
        headers.put(name, value);
      }
    }
  }

  private static final class Shared {
    static final UserAgentParser PARSER = new UserAgentParser();
  }
}

package io.tinyanalytics.pipeline.enrich.agent;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.pipeline.stream.Device;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Reads user agents with Yauaa, behind a cache: an uncached parse takes about a millisecond, and a
 * few user agents make up most of a site's traffic. To build a parser takes seconds and about a
 * hundred megabytes, so a process has only {@linkplain #shared() one}.
 *
 * @see <a href="https://yauaa.basjes.nl">Yauaa</a>
 */
public final class UserAgentParser {

  private static final int CACHED_USER_AGENTS = 50_000;
  private static final String HACKER = "Hacker";

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

  private final LoadingCache<Key, Agent> agents =
      Caffeine.newBuilder().maximumSize(CACHED_USER_AGENTS).build(this::analyze);

  private UserAgentParser() {}

  /** The only parser of this process. The first call builds it. */
  public static UserAgentParser shared() {
    return Shared.PARSER;
  }

  /** What the user agent and the client hints of {@code origin} say. */
  public Agent parse(Origin origin) {
    String userAgent = origin.userAgent();
    return userAgent == null || userAgent.isBlank()
        ? Agent.UNKNOWN
        : agents.get(new Key(userAgent, origin.hints()));
  }

  private Agent analyze(Key key) {
    Products products = Products.of(key.userAgent());
    return Robots.declaredByWord(key.userAgent(), products)
        .or(() -> Robots.amongBrands(key.brands()))
        .map(Agent::robot)
        .or(() -> Libraries.nameOf(products).map(Agent::library))
        .or(() -> Robots.declaredByContact(key.userAgent(), products).map(Agent::robot))
        .orElseGet(() -> analyze(key, products));
  }

  private Agent analyze(Key key, Products products) {
    UserAgent agent = analyzer.parse(key.headers());
    String deviceClass = agent.getValue(UserAgent.DEVICE_CLASS);
    String name = agent.getValue(UserAgent.AGENT_NAME);
    if (deviceClass.equals(HACKER) || name.equals(HACKER)) {
      return Agent.UNKNOWN; // garbage, or an attack through the user agent
    }
    if (deviceClass.startsWith("Robot")) {
      return Agent.robot(Robots.ownName(key.userAgent(), products, name));
    }
    return Agent.person(device(key.userAgent(), deviceClass, agent));
  }

  private static Device device(String userAgent, String deviceClass, UserAgent agent) {
    Optional<Apps.App> app = Apps.of(userAgent);
    String browser =
        app.map(Apps.App::word)
            .orElseGet(() -> DeviceWords.browser(agent.getValue(UserAgent.AGENT_NAME)));
    String version =
        app.map(found -> found.versionIn(userAgent))
            .orElseGet(() -> agent.getValue(UserAgent.AGENT_VERSION_MAJOR));
    return new Device(
        DeviceWords.type(deviceClass),
        browser,
        DeviceWords.browserVersion(browser, version),
        DeviceWords.system(agent.getValue(UserAgent.OPERATING_SYSTEM_NAME)),
        DeviceWords.systemVersion(agent.getValue(UserAgent.OPERATING_SYSTEM_VERSION_MAJOR)),
        "");
  }

  private record Key(String userAgent, ClientHints hints) {

    String brands() {
      return hints.brands() == null ? "" : hints.brands();
    }

    Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>();
      headers.put("User-Agent", Robots.withoutPhone(userAgent));
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

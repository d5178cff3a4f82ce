package io.tinyanalytics.bench.events;

import io.tinyanalytics.event.ClientHints;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** About a hundred user agents of browsers, with client hints for the browsers that send them. */
final class UserAgents {
  private static final List<Agent> AGENTS = agents();

  /** What one browser sends about itself. */
  record Agent(String text, ClientHints hints) {}

  private UserAgents() {}

  static Agent of(SplittableRandom visitor) {
    return AGENTS.get((int) (AGENTS.size() * Math.pow(visitor.nextDouble(), 2)));
  }

  private static List<Agent> agents() {
    List<Agent> agents = new ArrayList<>();
    for (int version = 140; version > 110; version--) {
      var chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0.0.0 ";
      agents.add(chromium("Windows NT 10.0; Win64; x64", chrome + "Safari/537.36", version));
      agents.add(chromium("Linux; Android 10; K", chrome + "Mobile Safari/537.36", version));
      agents.add(chromium("Macintosh; Intel Mac OS X 10_15_7", chrome + "Safari/537.36", version));
      agents.add(chromium("X11; Linux x86_64", chrome + "Safari/537.36", version));
      agents.add(
          chromium(
              "Windows NT 10.0; Win64; x64",
              chrome + "Safari/537.36 Edg/" + version + ".0.0.0",
              version));
      agents.add(firefox("Windows NT 10.0; Win64; x64", version));
      agents.add(firefox("X11; Linux x86_64", version));
      agents.add(firefox("Macintosh; Intel Mac OS X 10.15", version));
    }
    for (int minor = 6; minor >= 0; minor--) {
      for (int major = 18; major > 14; major--) {
        agents.add(safari("iPhone; CPU iPhone OS %d_%d like Mac OS X", major, minor));
        agents.add(safari("iPad; CPU OS %d_%d like Mac OS X", major, minor));
      }
    }
    return List.copyOf(agents);
  }

  private static Agent chromium(String system, String rest, int version) {
    var mobile = rest.contains("Mobile") ? "?1" : "?0";
    var platform = system.contains("Android") ? "Android" : system.split("[ ;]", 2)[0];
    return new Agent(
        "Mozilla/5.0 (" + system + ") " + rest,
        new ClientHints(
            "\"Chromium\";v=\"%1$d\", \"Not=A?Brand\";v=\"24\"".formatted(version),
            mobile,
            "\"" + platform + "\""));
  }

  private static Agent firefox(String system, int version) {
    var text = "Mozilla/5.0 (%s; rv:%d.0) Gecko/20100101 Firefox/%2$d.0";
    return new Agent(text.formatted(system, version), ClientHints.NONE);
  }

  private static Agent safari(String system, int major, int minor) {
    var text =
        "Mozilla/5.0 (%s) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%d.%d Mobile/15E148 Safari/604.1";
    return new Agent(
        text.formatted(system.formatted(major, minor), major, minor), ClientHints.NONE);
  }
}

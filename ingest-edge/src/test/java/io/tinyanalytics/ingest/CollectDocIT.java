package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends events with the snippets of docs/collect.md, as its readers copy them. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class CollectDocIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension();

  private static final String PAGE = "https://example.com/blog?page=2";
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");
  private static final Pattern IMAGE =
      Pattern.compile("<img src=\"https://edge\\.example([^\"]*)\"\\s+referrerpolicy=\"([^\"]*)\"");

  /** What the script finds in a browser; a beacon is sent as the Fetch standard says. */
  private static final String BROWSER =
      """
      globalThis.crypto ??= require('node:crypto').webcrypto
      const define = (name, value) => Object.defineProperty(globalThis, name, {value})
      define('location', {href: '%s'})
      define('document', {referrer: 'https://search.example/'})
      define('addEventListener', (type, listener) => setTimeout(listener))
      define('navigator', {
        sendBeacon: (url, body) =>
          fetch(url, {method: 'POST', body}).then(answer => console.log(answer.status))
      })
      """
          .formatted(PAGE);

  @BeforeEach
  void forget() {
    PUBLISHER.reset();
  }

  @Test
  void countsAViewByTheScript() throws Exception {
    String script =
        found(SCRIPT)
            .group(1)
            .replace("https://edge.example", "http://localhost:" + EDGE.getLocalPort())
            .replace("KEY", "open-key")
            .replace("site-1", "open");

    assertThat(node(BROWSER + script)).isEqualTo("202\n");

    var event = PUBLISHER.last().event();
    assertThat(event.eventId()).matches("[0-9a-f]{32}");
    assertThat(event.event().eventName()).isEqualTo("pageview");
    assertThat(event.event().url()).isEqualTo(PAGE);
    assertThat(event.event().referrer()).isEqualTo("https://search.example/");
  }

  private static String node(String program) throws IOException, InterruptedException {
    Process node = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
    try (var input = node.getOutputStream()) {
      input.write(program.getBytes(UTF_8));
    }
    String output = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertThat(node.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void countsAViewByTheImage() throws IOException {
    HttpRequest.Builder request = image(imagePath());

    assertThat(send(request)).isEqualTo(200);
    assertThat(PUBLISHER.last().event().event().url()).isEqualTo(PAGE);
  }

  /** The policy of the tag makes a browser send the whole address of the page. */
  @Test
  void knowsThePageOfAnImageThatDoesNotNameIt() throws IOException {
    assertThat(found(IMAGE).group(2)).isEqualTo("no-referrer-when-downgrade");
    HttpRequest.Builder request = image(imagePath().replaceAll("&url=[^&]*", ""));

    assertThat(send(request.header("Referer", PAGE))).isEqualTo(200);
    assertThat(PUBLISHER.last().event().event().url()).isEqualTo(PAGE);
  }

  private static String imagePath() throws IOException {
    return found(IMAGE)
        .group(1)
        .replace("&amp;", "&")
        .replace("KEY", "open-key")
        .replace("site-1", "open");
  }

  private static HttpRequest.Builder image(String path) {
    return new EdgeClient(EDGE.getLocalPort()).request(path);
  }

  private static int send(HttpRequest.Builder request) {
    return new EdgeClient(EDGE.getLocalPort()).send(request).statusCode();
  }

  private static Matcher found(Pattern snippet) throws IOException {
    Matcher matcher = snippet.matcher(Files.readString(Path.of("../docs/collect.md")));
    assertThat(matcher.find()).as("%s", snippet).isTrue();
    return matcher;
  }
}

package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the documents' curl commands in their order; each is answered as the document says. */
@ExtendWith(RunningStack.class)
final class DocumentedCurlsE2E {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A command, and its answer in the next line that begins with a brace. */
  private static final Pattern EXAMPLE =
      Pattern.compile("^\\$ (?<command>curl (?s:.*?))\\n(?<answer>\\{.*)$", Pattern.MULTILINE);

  private static final Pattern FIGURE_OF_THE_MOMENT =
      Pattern.compile("(?<=\"data_as_of\":)\"[^\"]*\"|(?<=\"lag_seconds\":)[0-9.]+");
  private static final Pattern RANDOM_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private record Example(String command, String answer) {}

  @Test
  void readmeIsRight(Stack stack) throws Exception {
    assertAnswered(stack, "README.md");

    assertThat(
            stack.sql(
                """
                SELECT JSONExtractString(payload, 'plan'), utm_source, hostname, path FROM analytics.events
                WHERE site_id = 'site-1' AND event_name = 'pageview'"""))
        .containsExactly("pro\t\texample.com\t/docs");
  }

  @Test
  void queryPageIsRight(Stack stack) throws Exception {
    assertAnswered(stack, "docs/query.md");
  }

  private static void assertAnswered(Stack stack, String document) throws Exception {
    List<Example> examples = examples(Files.readString(stack.repository().resolve(document)));
    assertThat(examples).hasSizeGreaterThan(2);
    for (Example example : examples) {
      if (example.command().contains("/v1/metrics/")) {
        await().atMost(Stack.PATIENCE).untilAsserted(() -> assertAnswered(stack, example));
      } else {
        assertAnswered(stack, example);
      }
    }
  }

  private static List<Example> examples(String document) {
    List<Example> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(document);
    while (example.find()) {
      examples.add(new Example(example.group("command"), example.group("answer")));
    }
    return examples;
  }

  private static void assertAnswered(Stack stack, Example example) throws Exception {
    assertThat(lasting(run(stack, example.command())))
        .as(example.command())
        .isEqualTo(lasting(example.answer()));
  }

  /** What an answer says whenever it is given. */
  private static JsonNode lasting(String answer) throws JsonProcessingException {
    String timeless = FIGURE_OF_THE_MOMENT.matcher(answer).replaceAll("0");
    return JSON.readTree(RANDOM_ID.matcher(timeless).replaceAll("random"));
  }

  /** On this stack's ports, and past the cache. */
  private static String run(Stack stack, String command) throws IOException, InterruptedException {
    String here =
        command
            .replaceFirst("curl", "curl -sS -H 'Cache-Control: no-cache'")
            .replace("localhost:8080", "localhost:" + stack.port(8080))
            .replace("localhost:8081", "localhost:" + stack.port(8081));
    Process curl =
        new ProcessBuilder("bash", "-c", here)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(curl.getInputStream().readAllBytes(), UTF_8);
    assertThat(curl.waitFor()).as(here).isZero();
    return answer;
  }
}

package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** Queries the page views of the main site, bypassing the cache, and keeps the answers. */
final class FreshnessSampler implements Callable<Integer> {

  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final Path file;
  private final Pace pace;
  private final InstantSource clock;
  private final LocalDate dayBefore;

  FreshnessSampler(Stack stack, Path file, Pace pace, InstantSource clock) {
    this.stack = stack;
    this.file = file;
    this.pace = pace;
    this.clock = clock;
    this.dayBefore = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
  }

  /** Runs until the load stops, and returns the number of answers. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    int answers = 0;
    try (Writer samples =
        Files.newBufferedWriter(
            file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (pace.pause(PERIOD)) {
        Optional<Sample> sample = ask();
        if (sample.isPresent()) {
          samples.write(sample.get().line() + '\n');
          answers++;
        }
      }
    }
    return answers;
  }

  /** Empty if the service does not answer, or answers with an error. */
  private Optional<Sample> ask() throws InterruptedException {
    try {
      HttpResponse<String> answer = stack.send(request());
      return answer.statusCode() == 200
          ? Optional.of(sample(JSON.readTree(answer.body())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private HttpRequest request() {
    LocalDate dayAfter = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    String question =
        "http://localhost:%d/v1/metrics/pageviews?site_id=%s&from=%s&to=%s&bots=true"
            .formatted(stack.port(8081), LoadSite.MAIN.id(), dayBefore, dayAfter);
    return HttpRequest.newBuilder(URI.create(question))
        .header("Cache-Control", "no-cache")
        .timeout(TIMEOUT)
        .build();
  }

  private Sample sample(JsonNode answer) {
    long pageviews =
        StreamSupport.stream(answer.path("series").spliterator(), false)
            .mapToLong(day -> day.path("value").asLong())
            .sum();
    String claim = answer.path("meta").path("data_as_of").asText("");
    return new Sample(
        clock.millis(),
        pageviews,
        claim.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(Instant.parse(claim).toEpochMilli()));
  }
}

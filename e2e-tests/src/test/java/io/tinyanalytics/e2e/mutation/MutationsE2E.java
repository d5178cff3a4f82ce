package io.tinyanalytics.e2e.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quickest of the mutations; {@code ./scripts/chaos --mutations} runs all. */
final class MutationsE2E {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"dedupe-off", "early-202"})
  void turnsTheRunRed(String name) throws Exception {
    Mutation mutation =
        Mutations.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();

    assertThat(new MutationRun(REPOSITORY, mutation).run()).matches(Verdict::isAsExpected);
  }
}

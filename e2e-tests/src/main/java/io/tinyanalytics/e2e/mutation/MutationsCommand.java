package io.tinyanalytics.e2e.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code ./scripts/chaos --mutations} and {@code --mutation NAME}: tests the checker itself. Exits
 * with 0 if every defect was detected and the control run passed, 1 if not, 2 if the run could not
 * be carried out.
 */
public final class MutationsCommand {

  private MutationsCommand() {}

  /**
   * Runs the mutations one after another.
   *
   * @param names the names of the mutations; none means all
   */
  public static void main(String[] names) throws InterruptedException {
    System.exit(run(List.of(names)));
  }

  private static int run(List<String> names) throws InterruptedException {
    try {
      List<Verdict> verdicts = new ArrayList<>();
      for (Mutation mutation : chosen(names)) {
        System.out.println(mutation.name() + " …");
        Verdict verdict = new MutationRun(Path.of("").toAbsolutePath(), mutation).run();
        verdict.results().forEach(result -> System.out.println("  " + result));
        verdicts.add(verdict);
      }
      System.out.println();
      verdicts.forEach(System.out::println);
      return verdicts.stream().allMatch(Verdict::isAsExpected) ? 0 : 1;
    } catch (IOException | IllegalStateException | IllegalArgumentException failed) {
      System.err.println(failed.getMessage());
      return 2;
    }
  }

  private static List<Mutation> chosen(List<String> names) {
    List<Mutation> all = Mutations.all();
    List<String> known = all.stream().map(Mutation::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException(
          "There is no such mutation; choose of: "
              + known.stream().collect(Collectors.joining(", ")));
    }
    return all.stream()
        .filter(mutation -> names.isEmpty() || names.contains(mutation.name()))
        .toList();
  }
}

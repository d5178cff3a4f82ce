package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.check.Checks;
import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.Load;
import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.stack.files.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts a stack of the changed product, puts it under load, provokes the defect, and runs the
 * checks.
 */
final class MutationRun {

  private static final long SEED = 11;
  private static final int BEFORE = 1_500;
  private static final int AFTER = 500;

  private final Path repository;
  private final Mutation mutation;

  /**
   * Creates a run, and starts nothing yet.
   *
   * @param repository a built repository, which is not changed
   */
  MutationRun(Path repository, Mutation mutation) {
    this.repository = repository;
    this.mutation = mutation;
  }

  /** Returns when the stack is stopped and deleted. */
  Verdict run() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Path folder = Files.createTempDirectory("tiny-analytics-mutation");
    Path product = folder.resolve("repository");
    ShadowRepository.make(repository, mutation.changes(), product);
    String sites = repository.resolve(LoadSite.FILE).toString();
    Stack stack = new Stack(product, folder.resolve("home"), Map.of("SITES_CONFIG_PATH", sites));
    try {
      stack.up();
      List<CheckResult> results = results(stack, folder.resolve("journal"));
      return new Verdict(mutation, results, (System.nanoTime() - begin) / 1e9);
    } finally {
      stack.script("scripts/reset");
      FolderTree.delete(folder);
    }
  }

  private List<CheckResult> results(Stack stack, Path journal)
      throws IOException, InterruptedException {
    try (Load load = new Load(stack, journal, SEED)) {
      RunningLoad running = new RunningLoad(load);
      load.start();
      running.awaitMore(BEFORE);
      mutation.provocation().happen(stack, running);
      running.awaitMore(AFTER);
      load.stop();
    }
    List<CheckResult> results = Checks.run(stack, new Ledger(journal));
    if (mutation.tampering().isEmpty()) {
      return results;
    }
    requireGreen(results);
    for (String statement : mutation.tampering()) {
      stack.sql(statement);
    }
    return Checks.run(stack, new Ledger(journal));
  }

  private static void requireGreen(List<CheckResult> results) {
    if (!results.stream().allMatch(CheckResult::passed)) {
      throw new IllegalStateException("the checks are red before any row was touched: " + results);
    }
  }
}

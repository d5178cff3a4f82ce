package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.change.JobChange;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of commands. */
public final class Commands {
  private static final String USAGE =
      "Usage: up [--detach] [--from SAVEPOINT|none] | down | status [--json] | reset"
          + " | upgrade JAR | rescale N | rollback SAVEPOINT|none";

  private Commands() {}

  /**
   * Runs the command named by the arguments.
   *
   * @param mainClass the main class of this program, which {@code up --detach} starts again
   * @return the exit code
   */
  public static int run(
      String mainClass, String[] arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    var progress = new Progress(out);
    List<String> words = new ArrayList<>(List.of(arguments));
    try {
      var repository = RepositoryRoot.find();
      var settings = StackSettings.from(environment, repository);
      var programs = Programs.folder(environment, repository);
      var logs = settings.home().resolve("logs");
      var folders = new Folders(repository, programs, settings.home(), logs);
      return run(mainClass, words, settings, folders, progress);
    } catch (IllegalArgumentException | IllegalStateException cannotWork) {
      progress.line(String.valueOf(cannotWork.getMessage()));
      return 2;
    }
  }

  private static int run(
      String mainClass,
      List<String> words,
      StackSettings settings,
      Folders folders,
      Progress progress)
      throws IOException, InterruptedException {
    var command = words.isEmpty() ? "" : words.remove(0);
    return switch (command) {
      case "up" -> up(mainClass, words, settings, folders, progress);
      case "down" -> none(words, new DownCommand(settings, progress)).down();
      case "reset" -> none(words, new DownCommand(settings, progress)).reset();
      case "upgrade" -> change(JobChange.upgrade(only(words)), settings, progress);
      case "rescale" -> change(JobChange.rescale(number(only(words))), settings, progress);
      case "rollback" -> change(JobChange.rollback(only(words)), settings, progress);
      case "status" -> {
        var json = words.remove("--json");
        yield none(words, new StatusCommand(settings, folders, progress)).run(json);
      }
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static int up(
      String mainClass,
      List<String> words,
      StackSettings settings,
      Folders folders,
      Progress progress)
      throws IOException, InterruptedException {
    if (words.remove("--detach")) {
      words.add(0, "up");
      return new DetachCommand(settings, folders, progress).run(mainClass, words);
    }
    return new UpCommand(settings, folders, progress).run(from(words));
  }

  private static @Nullable RestorePoint from(List<String> words) {
    if (words.isEmpty()) {
      return null;
    }
    if (words.size() == 2 && words.get(0).equals("--from")) {
      return RestorePoint.of(words.get(1));
    }
    throw new IllegalArgumentException(USAGE);
  }

  private static int change(JobChange change, StackSettings settings, Progress progress)
      throws IOException, InterruptedException {
    return new ChangeCommand(settings, progress).run(change);
  }

  private static <T> T none(List<String> words, T command) {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    return command;
  }

  private static String only(List<String> words) {
    if (words.size() != 1) {
      throw new IllegalArgumentException(USAGE);
    }
    return words.get(0);
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "rescale needs a whole number, not \"" + word + "\".", notANumber);
    }
  }
}

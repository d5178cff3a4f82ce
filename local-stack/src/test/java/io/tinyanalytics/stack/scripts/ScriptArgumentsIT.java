package io.tinyanalytics.stack.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each script takes what the comment at its head says, and nothing else. */
final class ScriptArgumentsIT {
  static List<String> scripts() throws IOException {
    try (Stream<Path> scripts = Files.list(Shell.SCRIPTS)) {
      return scripts
          .filter(Files::isRegularFile)
          .map(Path::getFileName)
          .map(Path::toString)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void printTheirHeadCommentAsHelp(String script) throws Exception {
    for (var option : List.of("--help", "-h")) {
      var help = Shell.script(Map.of(), script + " " + option);
      assertThat(help.exitCode()).isZero();
      assertThat(help.output()).contains("\n  " + script).doesNotContain("#", "source ");
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void refuseAnUnknownOption(String script) throws Exception {
    var refused = Shell.script(Map.of(), script + " --nosuch");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output())
        .startsWith("There is no option --nosuch. Usage: ./scripts/" + script)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "status --jsn, There is no option --jsn.",
    "status -json, There is no option -json.",
    "status --json=yes, There is no option --json=yes.",
    "status json, '\"json\" is one argument too many.'",
    "up --detatch, There is no option --detatch.",
    "up detach, '\"detach\" is one argument too many.'",
    "up --detach --from, --from needs a value.",
    "down x, '\"x\" is one argument too many.'",
    "down --force, There is no option --force.",
    "reset --force, There is no option --force.",
    "reset all, '\"all\" is one argument too many.'",
    "logs, An argument is missing.",
    "logs nosuch, 'There is no \"nosuch\".'",
    "logs kafka clickhouse, '\"clickhouse\" is one argument too many.'",
    "rescale, An argument is missing.",
    "rescale 2 3, '\"3\" is one argument too many.'",
    "rescale -1, There is no option -1.",
    "rollback, An argument is missing.",
    "upgrade a.jar b.jar, '\"b.jar\" is one argument too many.'",
    "bench, An argument is missing.",
    "bench nosuch, 'There is no \"nosuch\".'",
    "bench edge --round 3, There is no option --round.",
    "chaos --seed, --seed needs a value.",
    "chaos everything, '\"everything\" is one argument too many.'",
    "audit --wait, --wait needs a value.",
    "audit now, '\"now\" is one argument too many.'",
    "seed.sh 100, '\"100\" is one argument too many.'",
    "test --quick, There is no option --quick.",
  })
  void saySoWithTheirUsage(String line, String sentence) throws Exception {
    var refused = Shell.script(Map.of(), line);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output())
        .startsWith(sentence + " Usage: ./scripts/" + line.split(" ", -1)[0])
        .hasLineCount(1);
  }

  @Test
  void areCheckedBeforeAnythingElse() throws Exception {
    var broken = Map.of("TA_ENV_FILE", "/nosuch", "JAVA_HOME", "/nosuch", "TA_PORT_OFFSET", "x");
    assertThat(Shell.script(broken, "status --jsn").output()).startsWith("There is no option");
    assertThat(Shell.script(broken, "status --help").exitCode()).isZero();
  }
}

package io.tinyanalytics.stack.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the scripts read {@code .env}. */
final class EnvFileIT {
  private static final String HOME = "/home/someone";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(
      resources = "/env-files.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '\0')
  void isReadAsAShellReadsIt(String text, String value) throws Exception {
    assertThat(read(unescaped(text), Map.of()))
        .isEqualTo(new Shell(0, "[" + unescaped(value == null ? "" : value) + "]"));
  }

  @Test
  void endsWithoutAnEndOfLine() throws Exception {
    assertThat(read("OTHER=1\nX=last", Map.of()).output()).isEqualTo("[last]");
  }

  @Test
  void givesWayToTheEnvironmentEvenIfThatIsEmpty() throws Exception {
    assertThat(read("X=file\n", Map.of("X", "environment")).output()).isEqualTo("[environment]");
    assertThat(read("X=file\n", Map.of("X", "")).output()).isEqualTo("[]");
  }

  @Test
  void reachesTheProgramsThatAScriptStarts() throws Exception {
    write("IP_HASH_SALT='a # b'\n");
    assertThat(Shell.function(file(), "printenv IP_HASH_SALT").output()).isEqualTo("a # b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X=\"a", "X='a", "X='a'b", "X=\"a\" b", "X=\"a\\\"", "X='a'#b"})
  void mayLeaveNoQuoteOpen(String line) throws Exception {
    assertThat(read("# first\n" + line + "\n", Map.of()))
        .isEqualTo(refused("close the quote, and put nothing but a comment behind it."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "export X", "1X=2", "X Y=2", "X: 1", "set -x", "X-Y=1"})
  void mayHoldNothingButSettings(String line) throws Exception {
    assertThat(read("\n" + line + "\n", Map.of()))
        .isEqualTo(refused("write NAME=value, or # before a comment."));
  }

  @Test
  void runsNothing() throws Exception {
    assertThat(read("X=$(touch ran)`touch ran`$HOME\n", Map.of()).output())
        .isEqualTo("[$(touch ran)`touch ran`$HOME]");
  }

  @Test
  void mustBeThereIfItIsNamed() throws Exception {
    var absent = folder.resolve("absent");
    assertThat(Shell.function(Map.of("TA_ENV_FILE", absent.toString()), "true"))
        .isEqualTo(
            new Shell(2, absent + " cannot be read: name a file of settings in TA_ENV_FILE."));
  }

  private Shell refused(String sentence) {
    return new Shell(2, folder.resolve("env") + ", line 2: " + sentence);
  }

  private Shell read(String text, Map<String, String> environment) throws Exception {
    write(text);
    Map<String, String> all = new HashMap<>(file());
    all.putAll(environment);
    return Shell.function(all, "printf '[%s]' \"$X\"");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("env"), text);
  }

  private Map<String, String> file() {
    return Map.of("TA_ENV_FILE", folder.resolve("env").toString(), "HOME", HOME);
  }

  /** In the table, what cannot be seen is spelled out. */
  private static String unescaped(String text) {
    return text.replace("<tab>", "\t")
        .replace("<space>", " ")
        .replace("<cr>", "\r")
        .replace("<lf>", "\n")
        .replace("<bom>", "\ufeff");
  }
}

package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class LogLinesTest {

  @Test
  void splitsAtLineFeedsOnly() throws IOException {
    assertThat(texts("a\n\nb\r\nc\rd\n")).containsExactly("a", "", "b", "c\rd");
    assertThat(texts("no end")).containsExactly("no end");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void countsLines() throws IOException {
    var log = lines("\u00e4\r\nbc\n");

    assertThat(next(log).number()).isEqualTo(1);
    assertThat(next(log).number()).isEqualTo(2);
    assertThat(log.next()).isNull();
  }

  @Test
  void dropsByteOrderMarks() throws IOException {
    var mark = "\u00EF\u00BB\u00BF";

    assertThat(texts(mark + "a\n" + mark + "b\r\n" + mark + "\n" + mark + "\r\nc" + mark))
        .containsExactly("a", "b", "", "", "c" + mark);
    assertThat(texts(mark)).containsExactly("");
    assertThat(texts("\u00EF\u00BBa")).containsExactly("\u00EF\u00BBa");
  }

  @Test
  void cutsLinesThatAreTooLong() throws IOException {
    var longest = "x".repeat(LogLines.LONGEST_LINE);
    var text = longest + "\n" + longest + "y\nz";
    var log = lines(text);
    assertThat(next(log).whole()).isTrue();
    var cut = next(log);
    assertThat(cut.whole()).isFalse();
    assertThat(cut.text()).isEqualTo(longest);
    assertThat(next(log).text()).isEqualTo("z");
  }

  @Test
  void keepsBytesAsTheyAre() throws IOException {
    assertThat(texts("caf\u00e9")).containsExactly("caf\u00e9");
  }

  private static LogLine next(LogLines log) throws IOException {
    return Objects.requireNonNull(log.next());
  }

  private static List<String> texts(String file) throws IOException {
    var log = lines(file);
    List<String> texts = new ArrayList<>();
    for (var line = log.next(); line != null; line = log.next()) {
      texts.add(line.text());
    }
    return texts;
  }

  /** One byte for each character. */
  private static LogLines lines(String file) {
    return new LogLines(new ByteArrayInputStream(file.getBytes(ISO_8859_1)));
  }
}

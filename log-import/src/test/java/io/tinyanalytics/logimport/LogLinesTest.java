package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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
  void countsLinesAndBytes() throws IOException {
    var log = new LogLines(new ByteArrayInputStream("ä\r\nbc\n".getBytes(UTF_8)), 7);
    assertThat(next(log).number()).isEqualTo(1);
    assertThat(log.bytesRead()).isEqualTo(4);
    assertThat(next(log).number()).isEqualTo(2);
    assertThat(log.bytesRead()).isEqualTo(7);
    assertThat(log.next()).isNull();
  }

  @Test
  void stopsWhereTheLogEnded() throws IOException {
    var log = new LogLines(new ByteArrayInputStream("a\nb\nlater".getBytes(UTF_8)), 4);
    assertThat(next(log).text()).isEqualTo("a");
    assertThat(next(log).text()).isEqualTo("b");
    assertThat(log.next()).isNull();
  }

  @Test
  void cutsLinesThatAreTooLong() throws IOException {
    var longest = "x".repeat(LogLines.LONGEST_LINE);
    var text = longest + "\n" + longest + "y\nz";
    var log = new LogLines(new ByteArrayInputStream(text.getBytes(UTF_8)), text.length());
    assertThat(next(log).whole()).isTrue();
    var cut = next(log);
    assertThat(cut.whole()).isFalse();
    assertThat(cut.text()).isEqualTo(longest);
    assertThat(next(log).text()).isEqualTo("z");
  }

  @Test
  void readsBytesThatAreNoUtf8() throws IOException {
    var log = new LogLines(new ByteArrayInputStream("caf\u00e9".getBytes(ISO_8859_1)), 4);
    assertThat(next(log).text()).isEqualTo("caf\uFFFD");
  }

  private static LogLine next(LogLines log) throws IOException {
    return Objects.requireNonNull(log.next());
  }

  private static List<String> texts(String file) throws IOException {
    var bytes = file.getBytes(UTF_8);
    var log = new LogLines(new ByteArrayInputStream(bytes), bytes.length);
    List<String> texts = new ArrayList<>();
    for (var line = log.next(); line != null; line = log.next()) {
      texts.add(line.text());
    }
    return texts;
  }
}

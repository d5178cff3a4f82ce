package io.tinyanalytics.pipeline.sessionize;

import static io.tinyanalytics.pipeline.sessionize.TestEvent.NOON;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.stream.Texts;
import io.tinyanalytics.pipeline.stream.VisitText;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of the state: a version that was released must stay readable for ever. */
final class VisitorStateFormatTest {

  private static final long BEGAN = NOON.toEpochMilli();

  private static final VisitorState STATE =
      new VisitorState(
          9,
          List.of(
              new Visit(
                  -1,
                  new long[] {7},
                  true,
                  20_513,
                  BEGAN,
                  BEGAN,
                  BEGAN,
                  BEGAN + 400,
                  true,
                  null,
                  0,
                  null,
                  new byte[] {0}),
              new Visit(
                  0x0123456789abcdefL,
                  new long[] {7, 8},
                  false,
                  20_513,
                  BEGAN,
                  BEGAN - 90_000,
                  BEGAN + 3_600_000,
                  BEGAN + 3_601_000,
                  false,
                  packed("/entry"),
                  BEGAN + 60_000,
                  packed("/last"),
                  packed("news"))),
          List.of(new VisitorDay(false, 20_513, BEGAN, BEGAN + 5, new long[] {1, -1})));

  private final VisitorStateFormat format = new VisitorStateFormat();

  @Test
  void keepsTheBytesOfVersionOne() throws IOException {
    assertThat(HexFormat.of().formatHex(format.write(STATE))).isEqualTo(golden());
  }

  @Test
  void readsTheBytesOfVersionOne() throws IOException {
    assertSame(format.read(HexFormat.of().parseHex(golden())));
  }

  @Test
  void readsAStateWithoutAnything() throws IOException {
    VisitorState read = format.read(format.write(VisitorState.NEW));

    assertThat(read).isEqualTo(VisitorState.NEW);
  }

  @Test
  void refusesALaterVersion() throws IOException {
    byte[] later = format.write(STATE);
    later[0] = 2;

    assertThatThrownBy(() -> format.read(later))
        .isInstanceOf(IOException.class)
        .hasMessage("Version 2 of the state of visits is not known");
  }

  @Test
  void keepsTheOrderOfTheTextsOfAVisit() {
    assertThat(VisitText.values())
        .extracting(VisitText::column)
        .startsWith(
            "source",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "visit_referrer",
            "country",
            "device_type",
            "browser",
            "browser_version",
            "os",
            "os_version",
            "language",
            "screen",
            "bot_name");
  }

  private static void assertSame(VisitorState read) {
    assertThat(read).usingRecursiveComparison().isEqualTo(STATE);
  }

  private static byte[] packed(String text) {
    return new Texts().add(text).pack();
  }

  private static String golden() throws IOException {
    try (InputStream in = VisitorStateFormatTest.class.getResourceAsStream("visitor-state-1.hex")) {
      return new String(requireNonNull(in, "visitor-state-1.hex").readAllBytes(), US_ASCII)
          .replaceAll("\\s", "");
    }
  }
}

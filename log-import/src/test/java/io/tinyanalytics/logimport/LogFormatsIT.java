package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.CollectedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which logs come, and what a dry run says about them. */
final class LogFormatsIT {
  @TempDir private Path folder;
  private FakeEdge edge;
  private ImportRun importer;
  private SampleLogs logs;

  @BeforeEach
  void start() throws IOException {
    edge = new FakeEdge(0);
    importer = new ImportRun(folder, edge.url());
    logs = new SampleLogs(folder);
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void readsGzipOfSeveralMembers() throws IOException {
    assertThat(importer.run(logs.packed(logs.pages(1_000)))).isZero();

    assertThat(importer.figures()).contains("imported                        1000");
  }

  @Test
  void readsStandardInput() throws IOException {
    importer.standardInput(Files.readAllBytes(logs.packed(logs.pages(1_000))));

    assertThat(importer.run("-")).isZero();

    assertThat(importer.figures()).contains("imported                        1000");
    assertThat(importer.messages()).contains("Importing Standard input as page views of site-1");
  }

  @Test
  void readsByteOrderMarksAndVirtualHosts() throws IOException {
    var plain = SampleLogs.line("203.0.113.1", "GET /a HTTP/1.1", 200, "Firefox");
    var log =
        write(
            "\uFEFF"
                + plain
                + "www.example.com:443 "
                + plain
                + "www.example.com:80 2001:db8::1"
                + plain.substring(11));

    assertThat(importer.run(log)).isZero();

    assertThat(edge.taken())
        .extracting(CollectedEvent::ip)
        .containsExactlyInAnyOrder("203.0.113.1", "203.0.113.1", "2001:db8::1");
  }

  @Test
  void takesWholeAddressesAsTheyAre() throws IOException {
    var log =
        write(
            SampleLogs.line("203.0.113.1", "GET http://www.example.org/abs HTTP/1.1", 200, "F")
                + SampleLogs.line("203.0.113.1", "GET abs HTTP/1.1", 200, "F"));

    assertThat(importer.run(log)).isZero();

    assertThat(edge.taken())
        .extracting(event -> event.event().url())
        .containsExactly("http://www.example.org/abs");
    assertThat(importer.figures()).contains("  target without a path            1");
  }

  @Test
  void takesFurtherEndingsForPages() throws IOException {
    var log = write(SampleLogs.line("203.0.113.1", "GET /readme.md HTTP/1.1", 200, "F"));

    importer.run(log);
    assertThat(edge.taken()).isEmpty();

    assertThat(importer.run(log, "--pages", ".MD, txt")).isZero();
    assertThat(edge.taken()).hasSize(1);
  }

  @Test
  void namesEachReasonOfARefusalOnce() throws IOException {
    var log =
        write(
            page("/refused-a")
                + page("/refused-b")
                + page("/fine")
                + page("/refused-b")
                + page("/refused-c")
                + page("/refused-b"));

    assertThat(importer.run(log)).isEqualTo(1);

    assertThat(importer.figures())
        .containsSequence(
            "refused                            5",
            "  forbidden_page                   1  first line 1: not refused-a",
            "  forbidden_page                   3  first line 2: not refused-b",
            "  forbidden_page                   1  first line 5: not refused-c");
  }

  @Test
  void showsInADryRunWhatIsLeftOutAndWhy() throws IOException {
    assertThat(importer.run(logs.sample(), "--dry-run")).isZero();

    assertThat(edge.batchSizes()).isEmpty();
    assertThat(folder.resolve("imports")).doesNotExist();
    assertThat(importer.figures())
        .containsExactly(
            "would be imported                  7",
            "not a page view                    4",
            "  ending .css                      1",
            "  method POST                      1",
            "  no HTTP request                  1",
            "  status 404                       1",
            "malformed                          2  lines 8, 10",
            "lines                             13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'' -> it is empty",
        "'{\"remote_addr\":\"203.0.113.9\"}' -> JSON lines",
        "'203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1' -> common log format",
        "'#Fields: date time c-ip' -> W3C",
        "'\u0000\u0001\u0002' -> a binary file",
        "nonsense -> no line is of the combined log format",
      })
  void saysWhatAFileLooksLikeOfWhichNothingCanBeRead(String text, String look) throws IOException {
    var log = write(text);

    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(importer.run(log, "--dry-run")).isEqualTo(2);

    assertThat(importer.figures()).isEmpty();
    assertThat(importer.messages()).contains(log + " cannot be imported: ").contains(look);
    assertThat(folder.resolve("imports")).doesNotExist();
  }

  @Test
  void saysThatALogIsUtf16() throws IOException {
    var log = Files.write(folder.resolve("access.log"), page("/").getBytes(UTF_16LE));

    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(importer.messages()).contains("it looks like UTF-16 text; convert it with: iconv");
  }

  @Test
  void saysThatAPackedLogIsDamaged() throws IOException {
    var packed = Files.readAllBytes(logs.packed(logs.pages(9_000)));
    var log = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 30));
    var garbage = Files.write(folder.resolve("bad.gz"), new byte[] {0x1F, (byte) 0x8B, 1, 2, 3});

    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(importer.run(garbage)).isEqualTo(2);

    assertThat(importer.messages()).contains(log + " is packed by gzip and damaged");
    assertThat(importer.messages()).contains(garbage + " is packed by gzip and damaged");
  }

  private static String page(String path) {
    return SampleLogs.line("203.0.113.1", "GET " + path + " HTTP/1.1", 200, "Firefox");
  }

  private Path write(String text) throws IOException {
    boolean hasMark = text.startsWith("\uFEFF");
    return Files.write(folder.resolve("access.log"), text.getBytes(hasMark ? UTF_8 : ISO_8859_1));
  }
}

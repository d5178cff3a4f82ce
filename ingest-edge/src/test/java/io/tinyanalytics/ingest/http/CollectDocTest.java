package io.tinyanalytics.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of codes in docs/collect.md to the answers. */
final class CollectDocTest {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| ([0-9]{3}) \\| ");

  @Test
  void hasARowForEachCodeWithItsStatus() throws IOException {
    String document = Files.readString(Path.of("../docs/collect.md"));
    List<String> rows = ROW.matcher(document).results().map(CollectDocTest::row).sorted().toList();

    assertThat(rows)
        .isEqualTo(Arrays.stream(RefusalCode.values()).map(CollectDocTest::row).sorted().toList());
  }

  private static String row(MatchResult row) {
    return row.group(1) + ' ' + row.group(2);
  }

  private static String row(RefusalCode code) {
    return code.word() + ' ' + Answer.of(new Refusal(code, "a sentence")).status();
  }
}

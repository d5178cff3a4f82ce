package io.tinyanalytics.service.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the table of docs/errors.md with the catalogue. */
final class ErrorsDocTest {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| ([0-9]{3}) \\| ");

  @Test
  void hasOneRowForEachCodeWithItsStatus() throws IOException {
    String document = Files.readString(Path.of("../docs/errors.md"));
    List<String> rows =
        ROW.matcher(document).results().map(row -> row.group(1) + ' ' + row.group(2)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values())
                .map(code -> code.word() + ' ' + code.status())
                .toList());
  }
}

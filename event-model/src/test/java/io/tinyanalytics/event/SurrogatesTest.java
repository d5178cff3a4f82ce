package io.tinyanalytics.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurrogatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          \\ud83d                     | �
          \\uDE42                     | �
          \\ud83d\\ude42               | 🙂
          \\ude42\\ud83d               | ��
          \\ud83d\\ud83d\\ude42         | �🙂
          \\ud83d\\ude42\\ude42         | 🙂�
          \\ud83dx\\ude42              | �x�
          \\ud83d\\n\\ude42            | �\\n�
          \\\\ud83d                    | \\\\ud83d
          \\\\\\ud83d                   | \\\\�
          \\ud83d\\\\ude42              | �\\\\ude42
          \\ud83                      | \\ud83
          \\ud8zz                     | \\ud8zz
          \\u                         | \\u
          \\                          | \\
          ud83d Grüße 🙂 \\u00e9       | ud83d Grüße 🙂 \\u00e9
          """)
  void replacesEscapes(String json, String mended) {
    assertThat(new String(Surrogates.mended(json.getBytes(UTF_8)), UTF_8)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource({
    "61eda0bd62,       61efbfbd62",
    "edb982,           efbfbd",
    "eda0bdedb982,     efbfbdefbfbd",
    "ed9fbfee8080,     ed9fbfee8080",
    "f09f9982,         f09f9982",
    "eda0,             eda0",
    "eda041,           eda041"
  })
  void replacesBytesThatAreNoUtf8(String hex, String mended) {
    byte[] json = HexFormat.of().parseHex(hex);

    assertThat(HexFormat.of().formatHex(Surrogates.mended(json))).isEqualTo(mended);
    assertThat(HexFormat.of().formatHex(json)).as("the original").isEqualTo(hex);
  }
}

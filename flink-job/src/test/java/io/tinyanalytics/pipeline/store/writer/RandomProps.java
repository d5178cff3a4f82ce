package io.tinyanalytics.pipeline.store.writer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Properties of any shape that JSON allows; the same ones for the same seed. */
final class RandomProps {

  private static final int DEEPEST = 6;
  private static final List<String> KEYS =
      List.of(
          "a",
          "b",
          "c",
          "A",
          "",
          " ",
          ".",
          "a.b",
          "a.b.c",
          "..",
          "%2E",
          "a%2Eb%",
          "0",
          "1",
          "-1",
          "ключ",
          "🙂",
          "\u0000",
          "\n\t",
          "a'b",
          "a`b",
          "a\"b",
          "a\\b",
          "a:b",
          "a^b",
          "[]",
          "null",
          "String",
          "k".repeat(256));
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-0.0",
          "0.0",
          "1",
          "-1",
          "127",
          "128",
          "255",
          "256",
          "32768",
          "65536",
          "2147483648",
          "4294967296",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "18446744073709551615",
          "18446744073709551616",
          "123456789012345678901234567890",
          "0.1",
          "1e-400",
          "5e-324",
          "4.9e-324",
          "2.2250738585072011e-308",
          "1.7976931348623157e308",
          "1e308",
          "1e309",
          "-1e400",
          "1E5",
          "1e+5",
          "0e0",
          "0e999999",
          "1.5e3",
          "3.14159265358979");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "text",
          "1",
          "1.5",
          "true",
          "null",
          "2026-03-01",
          "2026-13-45",
          "0000-00-00",
          "9999-12-31",
          "2026-03-01 12:00:00",
          "2026-03-01T12:00:00Z",
          "2300-01-01 00:00:00.123",
          "1970-01-01 00:00:00.123456789",
          "é",
          "🙂🙃",
          "\u0000",
          "\u0001\u001f\u007f",
          "\u2028",
          "\uffff",
          "'\"\\/`",
          "{\"a\":1}",
          "[1,2",
          "00000000-0000-0000-0000-000000000000",
          "127.0.0.1",
          "::1",
          "x".repeat(5_000));

  private final Random random;

  RandomProps(long seed) {
    random = new Random(seed);
  }

  /** The text of one JSON object. */
  String next() {
    return object(0);
  }

  private String object(int depth) {
    Set<String> used = new HashSet<>();
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String key = random.nextInt(20) == 0 ? "k" + random.nextInt(5_000) : any(KEYS);
      if (used.add(key)) {
        members.add(quoted(key) + ":" + value(depth + 1));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String array(int depth) {
    List<String> elements = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      elements.add(value(depth + 1));
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String value(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 5)) {
      case 0, 1 -> any(NUMBERS);
      case 2, 3 -> quoted(any(TEXTS));
      case 4 -> any(List.of("true", "false", "null"));
      case 5 -> array(depth);
      default -> object(depth);
    };
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}

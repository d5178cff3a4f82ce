package io.tinyanalytics.e2e.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;

/** Content that is valid but unusual. */
final class OddTexts {

  private static final List<String> PIECES =
      List.of(
          "🦆", "é", "ẞ", "مرحبا", "汉字", "\u0000", "\t", "\n", "\r\n", "\\N", "\\", "'", "\"", "`",
          "{", "%2E", "a.b", "\u2028", "\uFFFD", " ", "|", "$1", "NULL", "\u200F", "🏳️‍🌈");
  private static final List<String> KEYS =
      List.of("", "a.b", "with space", "🦆", "$", "_", "quo\"te", "back\\slash", "UPPER");

  private static final List<String> DATES =
      List.of("2024-02-30", "2024-1-5", "1920-05-01", "2024-01-01 10:00:00", "20240229", "99999");

  private static final int DEEPEST = 28;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NOTE = 30_000;

  private final RandomGenerator random;

  OddTexts(RandomGenerator random) {
    this.random = random;
  }

  /** Puts an unusual text into each field that accepts any text. */
  ObjectNode fill(ObjectNode fields) {
    fields.put("event_name", "odd " + oneOf(PIECES) + " name");
    fields.put("user_id", text(1 + random.nextInt(LONGEST_NAME)));
    fields.put("session_id", text(1 + random.nextInt(LONGEST_NAME)));
    fields.put("referrer", "https://例え.example/" + text(random.nextInt(500)));
    ObjectNode props = fields.withObject("/props");
    int length = random.nextInt(100) == 0 ? LONGEST_NOTE : 50;
    props.put(SentEvent.NOTE, "note " + text(length));
    props.put(oneOf(KEYS), text(20));
    props.put("date", oneOf(DATES));
    props.put("large", BigInteger.TWO.pow(random.nextInt(200)));
    props.putArray("mixed").add(1).add("a").addNull().add(0.5).addObject().put("x", true);
    nest(props.putObject("deep"), random.nextInt(DEEPEST));
    return fields;
  }

  private static void nest(ObjectNode object, int depth) {
    if (depth == 0) {
      object.put("end", true);
    } else {
      nest(object.putObject("d"), depth - 1);
    }
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String piece = oneOf(PIECES);
      text.append(text.length() + piece.length() <= length ? piece : "x");
    }
    return text.toString();
  }

  private String oneOf(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}

package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Copies a site's properties as compact JSON. Only white space and the escaping of characters may
 * change: keys keep their order, and numbers keep all their digits.
 */
final class PropsWriter {

  private PropsWriter() {}

  /** Writes the object that starts at the current token of {@code json}, and moves to its end. */
  static String write(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JsonSyntax.CLIENTS.createGenerator(text)) {
      // The parser for Kafka messages does not check for duplicate keys, so the writer does.
      copy.enable(JsonGenerator.Feature.STRICT_DUPLICATE_DETECTION);
      int depth = 0;
      do {
        JsonToken token = json.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        copyToken(token, json, copy);
      } while (depth > 0 && json.nextToken() != null);
    }
    return text.toString();
  }

  private static void copyToken(JsonToken token, JsonParser json, JsonGenerator copy)
      throws IOException {
    switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copy.writeNumber(json.getText());
      default -> copy.copyCurrentEvent(json);
    }
  }
}

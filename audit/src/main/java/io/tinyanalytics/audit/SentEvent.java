package io.tinyanalytics.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message's value. They are read without the codec that the edge and the job share:
 * a bug in that codec must not hide itself.
 *
 * @param texts each string, number or boolean by its name; a number as it is written. Those of an
 *     object have its name, a dot and their own
 * @param props the tokens of the properties; those of an empty object if there are none
 */
record SentEvent(Map<String, String> texts, List<String> props) {
  private static final JsonFactory JSON = new JsonFactory();

  SentEvent {
    texts = Map.copyOf(texts);
    props = List.copyOf(props);
  }

  /** Reads a value; null if it is not a JSON object. */
  static @Nullable SentEvent of(byte[] value) {
    try (var json = JSON.createParser(value)) {
      return json.nextToken() == JsonToken.START_OBJECT ? object(json) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The tokens of a JSON text. Two texts with equal tokens have the same meaning: white space and
   * the escaping of characters do not count.
   */
  static List<String> tokens(String text) {
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      return tokens(json);
    } catch (IOException e) {
      return List.of("no JSON");
    }
  }

  private static SentEvent object(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> props = tokens("{}");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("props") && value == JsonToken.START_OBJECT) {
        props = tokens(json);
      } else if (field.equals("revenue") && value == JsonToken.START_OBJECT) {
        addParts(json, field, texts);
      } else if (value.isStructStart()) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        texts.put(field, json.getText());
      }
    }
    return new SentEvent(texts, props);
  }

  private static void addParts(JsonParser json, String object, Map<String, String> texts)
      throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isStructStart()) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        texts.put(object + '.' + field, json.getText());
      }
    }
  }

  private static List<String> tokens(JsonParser json) throws IOException {
    List<String> tokens = new ArrayList<>();
    int depth = 0;
    do {
      JsonToken token = json.currentToken();
      if (token == null) {
        throw new IOException("the text ends too early");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      tokens.add(token.id() + json.getText());
    } while (depth > 0 && json.nextToken() != null);
    return tokens;
  }
}

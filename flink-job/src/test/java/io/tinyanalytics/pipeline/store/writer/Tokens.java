package io.tinyanalytics.pipeline.store.writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as the list of its tokens, so that two texts compare equal if they differ in nothing but
 * white space and the way in which characters are escaped.
 */
final class Tokens {

  private static final JsonFactory JSON = new JsonFactory();

  private Tokens() {}

  static List<String> of(String json) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(token + " " + parser.getText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("this is no JSON: " + json, e);
    }
    return tokens;
  }

  static List<List<String>> ofAll(List<String> documents) {
    return documents.stream().map(Tokens::of).toList();
  }
}

package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a batch into its events, so that each event is read, and may be refused, on its own. */
final class BatchReader {

  private final byte[] body;
  private final List<BatchItem> items = new ArrayList<>();

  private BatchReader(byte[] body) {
    this.body = body;
  }

  static List<BatchItem> read(byte[] body) throws EventFormatException {
    BatchReader reader = new BatchReader(body);
    reader.readObject();
    return List.copyOf(reader.items);
  }

  static List<BatchItem> readLines(byte[] body) throws EventFormatException {
    BatchReader reader = new BatchReader(body);
    int start = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '\n') {
        if (!isBlank(body, start, i)) {
          reader.add(start, i);
        }
        start = i + 1;
      }
    }
    return List.copyOf(reader.items);
  }

  private void readObject() throws EventFormatException {
    boolean found = false;
    try (JsonParser json = JsonSyntax.CLIENTS.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw noBatch();
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean events = json.currentName().equals("events");
        json.nextToken();
        if (events) {
          readArray(json);
          found = true;
        } else {
          json.skipChildren();
        }
      }
      if (!found || json.nextToken() != null) {
        throw noBatch();
      }
    } catch (IOException e) {
      throw EventReader.malformed(e);
    }
  }

  private void readArray(JsonParser json) throws IOException, EventFormatException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw noBatch();
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      int start = (int) json.currentTokenLocation().getByteOffset();
      json.skipChildren();
      json.finishToken();
      add(start, (int) json.currentLocation().getByteOffset());
    }
  }

  private void add(int from, int to) throws EventFormatException {
    if (items.size() == EventLimits.BATCH_EVENTS) {
      throw new EventFormatException(
          Problem.TOO_LARGE, "a batch may hold at most " + EventLimits.BATCH_EVENTS + " events");
    }
    items.add(item(Arrays.copyOfRange(body, from, to)));
  }

  private static BatchItem item(byte[] event) {
    try {
      return new BatchItem(EventReader.collected(event), null);
    } catch (EventFormatException e) {
      return new BatchItem(null, e);
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static EventFormatException noBatch() {
    return new EventFormatException(
        Problem.MALFORMED_JSON, "a batch must be a JSON object with an array \"events\"");
  }
}

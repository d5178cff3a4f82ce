package io.tinyanalytics.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tinyanalytics.ingest.intake.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the JSON of answers, and of the event that an image stands for. */
final class JsonWriter {

  static final String MEDIA_TYPE = "application/json";

  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** What is to be written. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonWriter json) throws IOException;
  }

  static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.writeTo(new JsonWriter(json));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  void ok() throws IOException {
    json.writeStartObject();
    json.writeStringField("status", "ok");
    json.writeEndObject();
  }

  /** An event as a client posts it. */
  void event(Map<String, String> fields, String numeric) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeFieldName(field.getKey());
      if (field.getKey().equals(numeric) && NUMBER.matcher(field.getValue()).matches()) {
        json.writeNumber(field.getValue());
      } else {
        json.writeString(field.getValue());
      }
    }
    json.writeEndObject();
  }

  void receipt(Receipt receipt) throws IOException {
    json.writeStartObject();
    if (receipt.refusal() != null) {
      json.writeStringField("status", "refused");
      json.writeStringField("code", receipt.refusal().code().word());
      json.writeStringField("error", receipt.refusal().sentence());
    } else if (receipt.eventId() != null) {
      json.writeStringField("status", "queued");
      json.writeStringField("event_id", receipt.eventId());
    } else {
      json.writeStringField("status", "ignored");
    }
    json.writeEndObject();
  }

  void results(List<Receipt> receipts) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (Receipt receipt : receipts) {
      receipt(receipt);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

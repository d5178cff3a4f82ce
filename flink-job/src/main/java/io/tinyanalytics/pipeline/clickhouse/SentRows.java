package io.tinyanalytics.pipeline.clickhouse;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/**
 * Rows that are sent with a query. The query reads them as a table.
 *
 * @param name the table's name in the query
 * @param structure the columns that the query reads; the rows may have more
 * @param block the rows in ClickHouse's format Native, not compressed
 * @see <a
 *     href="https://clickhouse.com/docs/engines/table-engines/special/external-data">ClickHouse:
 *     external data</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record SentRows(String name, String structure, byte[] block) {

  /** Random, created once per process, so that no block contains it. */
  private static final String BOUNDARY = UUID.randomUUID().toString();

  Map<String, String> parameters() {
    return Map.of(
        name + "_format",
        "Native",
        name + "_structure",
        structure,
        "input_format_skip_unknown_fields",
        "1");
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  BodyPublisher body() {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(BOUNDARY, name, name);
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofByteArray(block),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }
}

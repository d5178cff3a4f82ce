package io.tinyanalytics.e2e.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the journal into ClickHouse, so that SQL can compare it with the product's tables at any
 * size.
 */
final class JournalTable {

  private static final List<String> SCHEMA =
      List.of(
          "CREATE DATABASE IF NOT EXISTS ledger ENGINE = Atomic",
          "DROP TABLE IF EXISTS ledger.journal SYNC",
          """
          CREATE TABLE ledger.journal
          (
              outcome LowCardinality(String),
              at_millis UInt64,
              site LowCardinality(String),
              id String,
              content String
          )
          ENGINE = MergeTree
          ORDER BY (site, id)""",
          // Every event or copy that was answered 202.
          """
          CREATE OR REPLACE VIEW ledger.acknowledged AS
          SELECT site, id, content, outcome FROM ledger.journal
          WHERE outcome IN ('acknowledged', 'repeated', 'conflicting')""",
          // The rows of the load's sites. whole: the checksum of the fields is the one that was
          // sent.
          """
          CREATE OR REPLACE VIEW ledger.stored AS
          SELECT
              site_id AS site,
              event_id AS id,
              extract(url, 'e=([^&]*)$') AS content,
              _kafka_partition AS partition,
              CRC32(concatWithSeparator('|', event_name, user_id, session_id, referrer,
                  simpleJSONExtractString(payload, 'note')))
                  = toUInt32OrZero(splitByChar('.', content)[3]) AS whole
          FROM analytics.events
          WHERE startsWith(site_id, 'load-')""",
          """
          CREATE OR REPLACE VIEW ledger.copies AS
          SELECT site_id AS site, event_id AS id, _kafka_partition AS partition, toString(reason) AS reason
          FROM analytics.discards
          WHERE startsWith(site_id, 'load-')""");

  private JournalTable() {}

  /** Replaces the table with the content of this journal. */
  static void fill(Stack stack, Path journal) throws IOException, InterruptedException {
    for (String statement : SCHEMA) {
      stack.sql(statement);
    }
    String insert =
        URLEncoder.encode("INSERT INTO ledger.journal SETTINGS async_insert = 0 FORMAT TSV", UTF_8);
    URI url = URI.create("http://localhost:" + stack.port(8123) + "/?query=" + insert);
    HttpResponse<String> answer =
        stack.send(HttpRequest.newBuilder(url).POST(BodyPublishers.ofFile(journal)).build());
    if (answer.statusCode() != 200) {
      throw new IOException("ClickHouse does not take the journal: " + answer.body());
    }
  }
}

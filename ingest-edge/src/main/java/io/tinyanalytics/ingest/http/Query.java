package io.tinyanalytics.ingest.http;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's query, each at most once.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">WHATWG URL: urlencoded parsing</a>
 */
final class Query {

  private static final Query NONE = new Query(Fields.EMPTY);

  private final Fields fields;

  private Query(Fields fields) {
    this.fields = fields;
  }

  /** Bytes that are not UTF-8 become U+FFFD. An invalid escape stays as it is. */
  static Query of(Request request) {
    String query = request.getHttpURI().getQuery();
    if (query == null) {
      return NONE;
    }
    Fields fields = new Fields();
    UrlEncoded.decodeUtf8To(query, 0, query.length(), fields::add, true, true, true);
    return new Query(fields);
  }

  /** The value of a parameter, or null if it is absent. */
  @Nullable String value(String name) throws RefusedException {
    List<String> values = fields.getValuesOrEmpty(name);
    if (values.size() > 1) {
      throw new RefusedException(
          RefusalCode.MALFORMED_JSON, name + " may stand in the query only once");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}

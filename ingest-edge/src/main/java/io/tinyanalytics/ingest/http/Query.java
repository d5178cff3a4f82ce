package io.tinyanalytics.ingest.http;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's query, each at most once. */
final class Query {

  private static final Query NONE = new Query(Fields.EMPTY);

  private final Fields fields;

  private Query(Fields fields) {
    this.fields = fields;
  }

  static Query of(Request request) throws RefusedException {
    if (request.getHttpURI().getQuery() == null) {
      return NONE;
    }
    try {
      return new Query(Request.extractQueryParameters(request));
    } catch (IllegalArgumentException | HttpException.RuntimeException malformed) {
      throw new RefusedException(
          RefusalCode.MALFORMED_JSON, "the query must be percent-encoded UTF-8");
    }
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

package io.tinyanalytics.ingest.http.body;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The Content-Encoding of a body. */
public enum Encoding {
  IDENTITY,
  GZIP;

  /** Reads the header of a request. */
  public static Encoding of(Request request) throws RefusedException {
    String name = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return switch (name == null ? "identity" : name.strip().toLowerCase(Locale.ROOT)) {
      case "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      default ->
          throw new RefusedException(
              RefusalCode.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding must be gzip, or absent");
    };
  }

  /** Decompresses a body, and refuses one of more than {@code limit} bytes. */
  public byte[] decode(byte[] body, int limit) throws RefusedException {
    return this == GZIP ? Gzip.inflate(body, limit) : body;
  }
}

package io.tinyanalytics.ingest.metrics;

import io.tinyanalytics.service.telemetry.RequestLabels;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line per request: method, path, status and duration. It holds no address and nothing
 * that the sender wrote: method and path come from closed lists.
 */
public final class RequestLog extends Handler.Wrapper {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  private final RequestLabels labels;

  public RequestLog(RequestLabels labels, Handler next) {
    super(next);
    this.labels = labels;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Request.addCompletionListener(request, failure -> log(request, response.getStatus()));
    return super.handle(request, response, callback);
  }

  private void log(Request request, int status) {
    long nanos = NanoTime.since(request.getBeginNanoTime());
    LOG.info(
        "{} {} {} {} ms",
        labels.method(request),
        labels.path(request),
        status,
        TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}

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
 * Logs a line for each request: what was asked, the status, and how long it took. Nothing that a
 * sender wrote is in it, and no address: method and path are words of ours.
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

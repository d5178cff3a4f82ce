package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Answers the public port without Dropwizard's servlets, which block a thread for each slow client.
 * Requests to the admin port still go to them.
 */
final class PublicPort implements LifeCycle.Listener {

  /** Dropwizard's name for the {@code applicationConnectors}. */
  private static final String NAME = "application";

  private final Handler handler;

  /** Lets the handler answer every request to the public port. */
  PublicPort(Handler handler) {
    this.handler = requireNonNull(handler, "handler is null");
  }

  /** Puts it behind the handler that waits for open requests when the server stops. */
  @Override
  public void lifeCycleStarting(LifeCycle server) {
    GracefulHandler graceful = ((Server) server).getDescendant(GracefulHandler.class);
    graceful.setHandler(new Handler.Sequence(new Gate(handler), graceful.getHandler()));
  }

  private static final class Gate extends Handler.Wrapper {

    Gate(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String connector = request.getConnectionMetaData().getConnector().getName();
      return NAME.equals(connector) && super.handle(request, response, callback);
    }
  }
}

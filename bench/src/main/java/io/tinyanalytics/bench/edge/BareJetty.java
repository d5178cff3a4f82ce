package io.tinyanalytics.bench.edge;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The limit for the edge: a server that only reads the body and answers 202. */
public final class BareJetty extends Handler.Abstract.NonBlocking {
  private static final String ANSWER = "{\"status\":\"queued\"}";

  /**
   * Serves until it is killed.
   *
   * @param arguments the port, as the only argument
   */
  public static void main(String[] arguments) throws Exception {
    start(Integer.parseInt(arguments[0])).join();
  }

  static Server start(int port) throws Exception {
    var server = new Server(port);
    server.setHandler(new BareJetty());
    server.start();
    return server;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Content.Source.consumeAll(
        request,
        Callback.from(() -> answer(response, callback), failure -> callback.failed(failure)));
    return true;
  }

  private static void answer(Response response, Callback callback) {
    response.setStatus(202);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, ANSWER.length());
    response.write(true, BufferUtil.toBuffer(ANSWER), callback);
  }
}

package io.tinyanalytics.bench.edge;

import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.JavaCommand;
import io.tinyanalytics.stack.process.Launch;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.ServicePart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/** {@link BareJetty} in a separate process, with the same heap as the edge. */
record BareJettyPart(Folders folders, int port) implements Part {
  @Override
  public String name() {
    return "bare-jetty";
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public void requireInstalled() {}

  @Override
  public Launch launch() {
    var command =
        JavaCommand.of(
            List.of(ServicePart.HEAP),
            System.getProperty("java.class.path"),
            BareJetty.class.getName(),
            List.of(Integer.toString(port)));
    var log = folders.logs().resolve(name() + ".log");
    return new Launch(command, Map.of(), folders.repository(), log, log);
  }

  @Override
  public boolean healthy() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}

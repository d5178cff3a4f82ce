package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.proxy.Disturbance;
import io.tinyanalytics.e2e.proxy.TcpProxy;

/** Disturbs the connections through a proxy. */
final class DisturbedConnections implements Fault {

  private final TcpProxy proxy;
  private final Disturbance disturbance;
  private boolean on;

  DisturbedConnections(TcpProxy proxy, Disturbance disturbance) {
    this.proxy = proxy;
    this.disturbance = disturbance;
  }

  @Override
  public synchronized void begin() {
    proxy.begin(disturbance);
    on = true;
  }

  @Override
  public synchronized void end() {
    if (on) {
      proxy.end(disturbance);
      on = false;
    }
  }
}

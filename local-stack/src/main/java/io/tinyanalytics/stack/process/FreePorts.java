package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that are free at the moment of the call. */
public final class FreePorts {

  /**
   * Ports stay below 32768, where Linux begins to choose ports for outgoing connections: one of
   * those may be taken before a server listens on it.
   */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;
  private static final int TRIES = 1000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** A free port that this method has not returned before in this process. */
  public static int next() {
    return ThreadLocalRandom.current()
        .ints(TRIES, FIRST, LAST)
        .filter(port -> isFree(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This machine has no free port left."));
  }

  /** Whether a server could listen on this port on all interfaces right now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}

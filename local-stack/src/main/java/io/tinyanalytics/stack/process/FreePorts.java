package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on at the moment of asking. */
public final class FreePorts {

  /**
   * Below 32768, where Linux begins to choose ports for connections: one of those may be gone
   * before a server comes to listen on it.
   */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;
  private static final int TRIES = 1000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** A port that is free, and that this process was not given before. */
  public static int next() {
    return ThreadLocalRandom.current()
        .ints(TRIES, FIRST, LAST)
        .filter(port -> isFree(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This machine has no free port left."));
  }

  /** Whether a server could listen on this port of every interface right now. */
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

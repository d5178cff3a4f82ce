package io.tinyanalytics.bench.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that send each attack ten times a second, and one byte a second on each of a hundred
 * connections.
 */
final class Attackers {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SLOW_SENDERS = 100;

  private final int port;
  private final List<byte[]> attacks;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong notRefused = new AtomicLong();

  Attackers(int port, List<byte[]> attacks) {
    this.port = port;
    this.attacks = List.copyOf(attacks);
  }

  /** Attacks during the work. Returns when the work is done and the last attack was answered. */
  void during(Step work) throws IOException {
    var attack = new Attack();
    try {
      work.run();
    } finally {
      attack.end();
    }
  }

  /** The attacks that were answered with 4xx or cut off. */
  long refused() {
    return refused.get();
  }

  /** The attacks that got another answer or none. */
  long notRefused() {
    return notRefused.get();
  }

  private boolean isRefused(byte[] request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      var status = socket.getInputStream().readNBytes("HTTP/1.1 4".length());
      return status.length == 0 || status[status.length - 1] == '4';
    } catch (SocketTimeoutException hangs) {
      return false;
    } catch (IOException cutOff) {
      return true;
    }
  }

  /** A running attack by all attackers. */
  private final class Attack {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean ended;

    private Attack() {
      attacks.forEach(request -> threads.execute(() -> repeat(request)));
      threads.execute(this::sendSlowly);
    }

    private void repeat(byte[] request) {
      while (!ended) {
        (isRefused(request) ? refused : notRefused).incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }

    private void sendSlowly() {
      var senders = new SlowSender[SLOW_SENDERS];
      for (int n = 0; n < senders.length; n++) {
        senders[n] = new SlowSender(port);
      }
      while (!ended) {
        for (var sender : senders) {
          sender.sendByte();
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      }
      for (var sender : senders) {
        sender.close();
      }
    }

    private void end() {
      ended = true;
      threads.shutdown();
      try {
        if (!threads.awaitTermination(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          threads.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

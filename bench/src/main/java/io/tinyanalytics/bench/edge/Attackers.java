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

/** Sends each attack ten times a second, and a byte a second on each of a hundred connections. */
final class Attackers implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SLOW_SENDERS = 100;

  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong notRefused = new AtomicLong();
  private volatile boolean ended;

  Attackers(int port, List<byte[]> attacks) {
    this.port = port;
    attacks.forEach(attack -> threads.execute(() -> repeat(attack)));
    threads.execute(this::sendSlowly);
  }

  /** Attacks that were answered 4xx or cut off. */
  long refused() {
    return refused.get();
  }

  /** Attacks that were answered otherwise, or never. */
  long notRefused() {
    return notRefused.get();
  }

  private void repeat(byte[] attack) {
    while (!ended) {
      (isRefused(attack) ? refused : notRefused).incrementAndGet();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isRefused(byte[] attack) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(attack);
      var status = socket.getInputStream().readNBytes("HTTP/1.1 4".length());
      return status.length == 0 || status[status.length - 1] == '4';
    } catch (SocketTimeoutException hangs) {
      return false;
    } catch (IOException cutOff) {
      return true;
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

  @Override
  public void close() {
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

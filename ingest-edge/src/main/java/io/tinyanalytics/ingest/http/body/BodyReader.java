package io.tinyanalytics.ingest.http.body;

import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.limits.InFlight;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body as it arrives, without blocking a thread. Memory is reserved for the bytes that
 * arrived, not for the length that the client claims.
 */
public final class BodyReader {

  /**
   * How many bytes of a body that is too large are read and discarded. A client whose connection
   * closes while it still sends may never see the answer. One that waits for "100 Continue" is
   * refused before it sends.
   */
  private static final long MOST_THROWN_AWAY = 32L * EventLimits.BODY_BYTES;

  /**
   * How many bytes are discarded between two pauses: 16 MiB a second slow other requests little.
   */
  private static final int THROWN_AWAY_AT_ONCE = 64 * 1024;

  private static final Duration PAUSE = Duration.ofMillis(4);

  private static final int FIRST_BYTES = 4096;

  private final Request request;
  private final int limit;
  private final InFlight memory;
  private final CompletableFuture<byte[]> bytes = new CompletableFuture<>();

  private byte[] body = new byte[0];
  private int length;
  private long thrownAway;
  private long taken;
  private Scheduler.@Nullable Task end;

  BodyReader(Request request, int limit, InFlight memory) {
    this.request = request;
    this.limit = limit;
    this.memory = memory;
  }

  /** The whole body, or a refusal: it is too large, too slow, or there is no memory for it now. */
  public CompletableFuture<byte[]> bytes() {
    return bytes;
  }

  /** Releases the body's memory. Call this once, when nothing reads the bytes any more. */
  public synchronized void giveBack() {
    memory.giveBack(taken);
    taken = 0;
  }

  synchronized void start(Duration deadline) {
    boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
    if (waits && request.getLength() > limit) {
      refuse(tooLarge());
      return;
    }
    read();
    if (!bytes.isDone()) {
      end = request.getComponents().getScheduler().schedule(this::giveUp, deadline);
    }
  }

  private synchronized void read() {
    long pause = thrownAway + THROWN_AWAY_AT_ONCE;
    while (!bytes.isDone()) {
      if (thrownAway >= pause) {
        request.getComponents().getScheduler().schedule(this::read, PAUSE);
        return;
      }
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::read);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        finishExceptionally(chunk.getFailure());
        return;
      }
      take(chunk);
    }
  }

  private void take(Content.Chunk chunk) {
    try {
      keep(chunk.getByteBuffer());
    } finally {
      chunk.release();
    }
    if (thrownAway > MOST_THROWN_AWAY || (chunk.isLast() && thrownAway > 0)) {
      refuse(tooLarge());
    } else if (chunk.isLast() && !bytes.isDone()) {
      finish();
    }
  }

  private void keep(ByteBuffer piece) {
    int size = piece.remaining();
    if (thrownAway > 0 || length + size > limit) {
      thrownAway += size;
    } else if (size > body.length - length && !grow(length + size)) {
      refuse(
          new RefusedException(
              RefusalCode.UNAVAILABLE, "too many requests are being handled; send it again later"));
    } else {
      piece.get(body, length, size);
      length += size;
    }
  }

  /** Grows in large steps, to copy seldom, but not beyond the length that the client claims. */
  private boolean grow(int needed) {
    long told = request.getLength();
    long most = told >= needed ? Math.min(told, limit) : limit;
    int size = (int) Math.min(most, Math.max(needed, Math.max(FIRST_BYTES, 2 * body.length)));
    if (!memory.tryTake(size - body.length)) {
      return false;
    }
    taken += size - body.length;
    body = Arrays.copyOf(body, size);
    return true;
  }

  private synchronized void giveUp() {
    refuse(
        thrownAway > 0
            ? tooLarge()
            : new RefusedException(
                RefusalCode.TOO_SLOW,
                "the body did not arrive in time; send it faster or in parts"));
  }

  private RefusedException tooLarge() {
    return new RefusedException(
        RefusalCode.TOO_LARGE, "the body may be at most " + limit + " bytes");
  }

  private void refuse(RefusedException refused) {
    finishExceptionally(refused);
  }

  private void finish() {
    cancelEnd();
    bytes.complete(length == body.length ? body : Arrays.copyOf(body, length));
  }

  private void finishExceptionally(Throwable failure) {
    cancelEnd();
    bytes.completeExceptionally(failure);
  }

  private void cancelEnd() {
    if (end != null) {
      end.cancel();
    }
  }
}

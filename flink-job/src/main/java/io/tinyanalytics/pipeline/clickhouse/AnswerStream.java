package io.tinyanalytics.pipeline.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response body of any length, read as it arrives. If the response stalls, the JDK's own stream
 * waits forever; this one fails. It also fails if the response is cut short.
 */
@SuppressWarnings("NullAway.Init") // the client subscribes it before it is read
final class AnswerStream extends InputStream implements BodySubscriber<InputStream> {

  private final Duration longestPause;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();

  private volatile Subscription subscription;
  private @Nullable Part end;

  /** Some bytes, or the end of the response with the error that caused it, if any. */
  private record Part(List<ByteBuffer> bytes, boolean isEnd, @Nullable Throwable failure) {}

  AnswerStream(Duration longestPause) {
    this.longestPause = longestPause;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription toAnswer) {
    subscription = toAnswer;
    toAnswer.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    parts.add(new Part(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    parts.add(new Part(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    parts.add(new Part(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (current.isEmpty() || !current.peek().hasRemaining()) {
      if (current.poll() == null && !takeNext()) {
        return -1;
      }
    }
    ByteBuffer bytes = current.element();
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  @Override
  public void close() {
    subscription.cancel();
  }

  private boolean takeNext() throws IOException {
    if (end == null) {
      Part next = await();
      if (!next.isEnd()) {
        current.addAll(next.bytes());
        subscription.request(1);
        return true;
      }
      end = next;
    }
    if (end.failure() != null) {
      throw new IOException("the answer was cut short", end.failure());
    }
    return false;
  }

  private Part await() throws IOException {
    try {
      Part next = parts.poll(longestPause.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        close();
        throw new HttpTimeoutException("the answer stalled for " + longestPause);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading an answer");
    }
  }
}

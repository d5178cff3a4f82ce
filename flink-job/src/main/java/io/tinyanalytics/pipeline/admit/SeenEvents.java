package io.tinyanalytics.pipeline.admit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events seen under one key of the state: nearly always one, more only where two events share
 * the first 64 bits of their keys. This is the state's format, version {@value #VERSION}: one byte
 * of version, then 24 bytes an event.
 *
 * <pre>
 * version  u8
 * event*   key.low i64, appended at i64 (ms since the epoch), content i64   (big-endian)
 * </pre>
 */
final class SeenEvents {

  /** Of an event learnt from the store, which does not keep the content's hash. */
  static final long UNKNOWN_CONTENT = 0;

  private static final byte VERSION = 1;
  private static final int HEADER = 1;
  private static final int EVENT = 3 * Long.BYTES;
  private static final int APPENDED_AT = Long.BYTES;
  private static final int CONTENT = 2 * Long.BYTES;

  private final byte[] state;
  private final ByteBuffer bytes;

  private SeenEvents(byte[] state) {
    this.state = state;
    this.bytes = ByteBuffer.wrap(state);
  }

  /** Reads the state of one key, or that there is none. */
  static SeenEvents of(byte @Nullable [] state) {
    if (state == null) {
      return new SeenEvents(new byte[] {VERSION});
    }
    if (state[0] != VERSION) {
      throw new IllegalStateException(
          "The dedupe state has format %d, this job reads %d: restore it with the job that wrote it"
              .formatted(state[0], VERSION));
    }
    return new SeenEvents(state);
  }

  /** Where the event of this key stands, or -1 if it was not seen. */
  int find(long keyLow) {
    for (int at = HEADER; at < state.length; at += EVENT) {
      if (bytes.getLong(at) == keyLow) {
        return at;
      }
    }
    return -1;
  }

  /** When Kafka appended the event found at this place, in milliseconds since the epoch. */
  long appendedAtMillis(int found) {
    return bytes.getLong(found + APPENDED_AT);
  }

  /** The content's hash of the event found at this place, or {@link #UNKNOWN_CONTENT}. */
  long content(int found) {
    return bytes.getLong(found + CONTENT);
  }

  /** The state with this event seen; an older one of the same key is replaced. */
  byte[] with(long keyLow, long appendedAtMillis, long content) {
    int found = find(keyLow);
    int at = found >= 0 ? found : state.length;
    byte[] grown = Arrays.copyOf(state, Math.max(state.length, at + EVENT));
    ByteBuffer.wrap(grown)
        .putLong(at, keyLow)
        .putLong(at + APPENDED_AT, appendedAtMillis)
        .putLong(at + CONTENT, content);
    return grown;
  }
}

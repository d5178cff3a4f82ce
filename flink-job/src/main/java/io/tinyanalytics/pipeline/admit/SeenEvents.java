package io.tinyanalytics.pipeline.admit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events seen under one key of the state. This is nearly always one event; there are more only
 * if the keys of several events share their first 64 bits. The class defines the format of the
 * state, version {@value #VERSION}: one byte for the version, then 24 bytes per event.
 *
 * <pre>
 * version  u8
 * event*   key.low i64, appended at i64 (ms since the epoch), content i64   (big-endian)
 * </pre>
 */
final class SeenEvents {

  /** The content hash of an event that was loaded from the store, which does not keep the hash. */
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

  /** Reads the state of one key; null means that the key has no state yet. */
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

  /** The position of the event with this key, or -1 if it has not been seen. */
  int find(long keyLow) {
    for (int at = HEADER; at < state.length; at += EVENT) {
      if (bytes.getLong(at) == keyLow) {
        return at;
      }
    }
    return -1;
  }

  /** When Kafka appended the event at this position, in milliseconds since the epoch. */
  long appendedAtMillis(int found) {
    return bytes.getLong(found + APPENDED_AT);
  }

  /** The content hash of the event at this position, or {@link #UNKNOWN_CONTENT}. */
  long content(int found) {
    return bytes.getLong(found + CONTENT);
  }

  /** The state after adding this event. It replaces an older event with the same key. */
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

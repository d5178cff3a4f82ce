package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.EventText;
import io.tinyanalytics.pipeline.stream.Texts;
import io.tinyanalytics.pipeline.stream.VisitText;
import java.nio.ByteBuffer;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Hashes of what a visitor was seen with. State holds them, so they must never change.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">XXH64</a>
 */
final class Hashes {

  private static final XXHash64 XXH64 = XXHashFactory.fastestJavaInstance().hash64();
  private static final long SOURCE = 1;
  private static final long PAGE = 2;
  private static final long APART = 3;

  private Hashes() {}

  /** The source of a visit. */
  static long source(byte[] attributes) {
    int number = VisitText.SOURCE.place();
    int start = Texts.start(attributes, number);
    return XXH64.hash(attributes, start, Texts.end(attributes, start) - start, SOURCE);
  }

  /** The host and the path of an event. */
  static long page(byte[] texts) {
    int start = Texts.start(texts, EventText.HOSTNAME.place());
    int end = Texts.end(texts, Texts.end(texts, start));
    return XXH64.hash(texts, start, end - start, PAGE);
  }

  /** A hash that is kept apart from the visitor's day. */
  static long of(long hash, long visitor, boolean bot, int day) {
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + 1)
            .putLong(hash)
            .putLong(visitor)
            .putInt(day)
            .put((byte) (bot ? 1 : 0));
    return XXH64.hash(bytes.array(), 0, bytes.position(), APART);
  }
}

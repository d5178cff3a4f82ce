package io.tinyanalytics.ingest.http.body;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip data (RFC 1952) with a single member, up to a size limit. The JDK's
 * GZIPInputStream accepts many members and recurses once for each empty one; a small body can hold
 * fifty thousand of them.
 */
final class Gzip {

  private static final short MAGIC = (short) 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;
  private static final int TIME_AND_SYSTEM = 6;

  /** The checksum and the size of the content. */
  private static final int TRAILER = 8;

  /**
   * The most bytes that one byte of deflate data (RFC 1951) can expand to: 258 bytes per two bits.
   */
  private static final long MOST_PER_BYTE = 1032;

  private Gzip() {}

  static byte[] inflate(byte[] body, int limit) throws RefusedException {
    Inflater inflater = new Inflater(true);
    try {
      ByteBuffer gzip = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
      skipHeader(gzip);
      int size = size(gzip, limit);
      inflater.setInput(gzip);
      byte[] content = inflate(inflater, size);
      checkTrailer(gzip, content);
      return content;
    } catch (DataFormatException | BufferUnderflowException malformed) {
      throw malformed();
    } finally {
      inflater.end();
    }
  }

  private static void skipHeader(ByteBuffer gzip) throws DataFormatException {
    if (gzip.getShort() != MAGIC || gzip.get() != DEFLATE) {
      throw new DataFormatException();
    }
    int flags = gzip.get();
    if ((flags & RESERVED) != 0) {
      throw new DataFormatException();
    }
    skip(gzip, TIME_AND_SYSTEM);
    if ((flags & EXTRA) != 0) {
      skip(gzip, Short.toUnsignedInt(gzip.getShort()));
    }
    if ((flags & NAME) != 0) {
      skipText(gzip);
    }
    if ((flags & COMMENT) != 0) {
      skipText(gzip);
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(gzip, Short.BYTES);
    }
  }

  private static void skip(ByteBuffer gzip, int count) {
    if (count > gzip.remaining()) {
      throw new BufferUnderflowException();
    }
    gzip.position(gzip.position() + count);
  }

  private static void skipText(ByteBuffer gzip) {
    while (gzip.get() != 0) {
      // A text in the header ends with a zero byte.
    }
  }

  /**
   * The size of the content according to the trailer. Content that is too large is refused without
   * decompressing it.
   */
  private static int size(ByteBuffer gzip, int limit) throws DataFormatException, RefusedException {
    int packed = gzip.remaining() - TRAILER;
    if (packed < 0) {
      throw new BufferUnderflowException();
    }
    long size = Integer.toUnsignedLong(gzip.getInt(gzip.limit() - Integer.BYTES));
    if (size > MOST_PER_BYTE * packed) {
      throw new DataFormatException();
    }
    if (size > limit) {
      throw new RefusedException(
          RefusalCode.TOO_LARGE, "the decompressed body may be at most " + limit + " bytes");
    }
    return (int) size;
  }

  private static byte[] inflate(Inflater inflater, int size) throws DataFormatException {
    byte[] content = new byte[size];
    byte[] beyond = new byte[1];
    int length = 0;
    while (!inflater.finished()) {
      boolean full = length == size;
      int more = full ? inflater.inflate(beyond) : inflater.inflate(content, length, size - length);
      if ((full && more > 0) || (more == 0 && !inflater.finished())) {
        throw new DataFormatException();
      }
      length += more;
    }
    if (length < size) {
      throw new DataFormatException();
    }
    return content;
  }

  private static void checkTrailer(ByteBuffer gzip, byte[] content) throws DataFormatException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    if (gzip.getInt() != (int) checksum.getValue()
        || gzip.getInt() != content.length
        || gzip.hasRemaining()) {
      throw new DataFormatException();
    }
  }

  private static RefusedException malformed() {
    return new RefusedException(
        RefusalCode.MALFORMED_JSON, "the body is not one well-formed gzip member");
  }
}

package io.tinyanalytics.ingest.collect;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) of one member within a bound. The one of the JDK takes members in a row
 * and goes one call deeper for each that is empty: fifty thousand of them fit into a small body.
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

  private Gzip() {}

  static byte[] inflate(byte[] body, int limit) throws RefusedException {
    Inflater inflater = new Inflater(true);
    try {
      ByteBuffer gzip = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
      skipHeader(gzip);
      inflater.setInput(gzip);
      byte[] content = inflate(inflater, limit);
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
      // A text ends with a zero.
    }
  }

  private static byte[] inflate(Inflater inflater, int limit)
      throws DataFormatException, RefusedException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    while (!inflater.finished()) {
      int length = inflater.inflate(piece);
      if (length == 0 && !inflater.finished()) {
        throw new DataFormatException();
      }
      if (content.size() + length > limit) {
        throw new RefusedException(
            RefusalCode.TOO_LARGE, "the inflated body may be at most " + limit + " bytes");
      }
      content.write(piece, 0, length);
    }
    return content.toByteArray();
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
        RefusalCode.MALFORMED_JSON, "the body is not well-formed gzip of one member");
  }
}

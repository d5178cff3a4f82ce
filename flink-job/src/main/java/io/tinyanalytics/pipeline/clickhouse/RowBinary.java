package io.tinyanalytics.pipeline.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the values of a response in the format RowBinary, in the order of the query's columns. If a
 * complete response ends inside a value, the query's types are not the types read here; this throws
 * an {@link EOFException}.
 *
 * @see <a href="https://clickhouse.com/docs/interfaces/formats/RowBinary">ClickHouse: RowBinary</a>
 */
public final class RowBinary {

  private static final int BUFFER = 64 * 1024;

  private final DataInputStream bytes;

  public RowBinary(InputStream answer) {
    bytes = new DataInputStream(new BufferedInputStream(answer, BUFFER));
  }

  public boolean hasRow() throws IOException {
    bytes.mark(1);
    boolean hasByte = bytes.read() >= 0;
    bytes.reset();
    return hasByte;
  }

  public boolean bool() throws IOException {
    return bytes.readBoolean();
  }

  public int uint16() throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(bytes.readShort()));
  }

  /** A UInt64 or Int64; offsets and times are below 2<sup>63</sup>. */
  public long int64() throws IOException {
    return Long.reverseBytes(bytes.readLong());
  }

  public String string() throws IOException {
    byte[] text = new byte[length()];
    bytes.readFully(text);
    return new String(text, UTF_8);
  }

  private int length() throws IOException {
    int length = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.readByte();
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return length;
  }
}

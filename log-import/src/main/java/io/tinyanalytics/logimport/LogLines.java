package io.tinyanalytics.logimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, split at line feeds only (a carriage return before one goes too), so that
 * they are as many as other programs count. Memory is bounded whatever the input holds.
 */
final class LogLines {
  /** In bytes; web servers bound a request's head to less. */
  static final int LONGEST_LINE = 64 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private long number;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null at the end. */
  @Nullable LogLine next() throws IOException {
    if (at == end && !fill()) {
      return null;
    }
    number++;
    int feed = indexOfFeed();
    if (feed < end) {
      var line = Arrays.copyOfRange(buffer, at, feed);
      at = feed + 1;
      return new LogLine(number, bare(line), true);
    }
    return overBuffers();
  }

  /** A line that does not end in the buffer. */
  private LogLine overBuffers() throws IOException {
    var line = new ByteArrayOutputStream(512);
    boolean whole = true;
    do {
      int feed = indexOfFeed();
      int wanted = feed - at;
      int taken = Math.min(wanted, LONGEST_LINE - line.size());
      line.write(buffer, at, taken);
      whole &= taken == wanted;
      at = feed;
      if (feed < end) {
        at++;
        break;
      }
    } while (fill());
    return new LogLine(number, bare(line.toByteArray()), whole);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private int indexOfFeed() {
    int index = at;
    while (index < end && buffer[index] != '\n') {
      index++;
    }
    return index;
  }

  private static boolean hasMark(byte[] line) {
    int length = BYTE_ORDER_MARK.length;
    return line.length >= length && Arrays.equals(line, 0, length, BYTE_ORDER_MARK, 0, length);
  }

  private static byte[] bare(byte[] line) {
    int to = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    int from = hasMark(line) ? BYTE_ORDER_MARK.length : 0;
    boolean isBare = from == 0 && to == line.length;
    return isBare ? line : Arrays.copyOfRange(line, from, to);
  }
}

package io.tinyanalytics.logimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, split at line feeds only (a carriage return before one goes too), so that
 * they are as many as other programs count. Memory is bounded whatever the file holds.
 */
final class LogLines {
  /** In bytes; web servers bound a request's head to less. */
  static final int LONGEST_LINE = 64 * 1024;

  private final InputStream in;
  private final long limit;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private long number;
  private long bytesRead;

  /**
   * @param limit how many bytes of the file are the log; what a server appends later is not read
   */
  LogLines(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line, or null at the end. */
  @Nullable LogLine next() throws IOException {
    if (at == end && !fill()) {
      return null;
    }
    number++;
    var line = new ByteArrayOutputStream(256);
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
    return new LogLine(number, withoutReturn(line.toByteArray()), whole);
  }

  /** How many bytes the lines returned so far take in the file, their ends included. */
  long bytesRead() {
    return bytesRead - (end - at);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, (int) Math.min(buffer.length, limit - bytesRead)));
    bytesRead += end;
    return end > 0;
  }

  private int indexOfFeed() {
    int index = at;
    while (index < end && buffer[index] != '\n') {
      index++;
    }
    return index;
  }

  private static byte[] withoutReturn(byte[] line) {
    boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
    return hasReturn ? Arrays.copyOf(line, line.length - 1) : line;
  }
}

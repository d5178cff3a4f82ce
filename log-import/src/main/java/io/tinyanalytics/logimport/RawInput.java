package io.tinyanalytics.logimport;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes as they come, counted. Tells of more of them until there are none: the JDK's gzip reader
 * asks before it goes on with a further member, and a slow pipe would seem to be at its end.
 */
final class RawInput extends FilterInputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private long bytesRead;

  RawInput(InputStream in) {
    super(new BufferedInputStream(in, BUFFER_BYTES));
  }

  /** How many bytes were taken so far. */
  long bytesRead() {
    return bytesRead;
  }

  /** The next bytes, which stay to be read; fewer than asked for only at the end. */
  byte[] peek(int bytes) throws IOException {
    in.mark(bytes);
    var next = in.readNBytes(bytes);
    in.reset();
    return next;
  }

  @Override
  public int available() throws IOException {
    return peek(1).length;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    bytesRead += next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    bytesRead += Math.max(0, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

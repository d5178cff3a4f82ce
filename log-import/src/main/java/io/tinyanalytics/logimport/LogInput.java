package io.tinyanalytics.logimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A log that is open to be read once: a file or standard input, as text or packed by gzip. */
final class LogInput implements AutoCloseable {
  /** How much of a log tells it from others. */
  static final int HEAD_BYTES = 64 * 1024;

  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final int UNPACKING_BYTES = 64 * 1024;

  private final RawInput raw;
  private final long rawBytes;
  private final byte[] head;
  private final InputStream text;

  private LogInput(InputStream in, long rawBytes) throws IOException {
    this.raw = new RawInput(in);
    this.rawBytes = rawBytes;
    var packed = Arrays.equals(raw.peek(GZIP.length), GZIP);
    var unpacked = packed ? new GZIPInputStream(raw, UNPACKING_BYTES) : raw;
    this.head = unpacked.readNBytes(HEAD_BYTES);
    this.text = new SequenceInputStream(new ByteArrayInputStream(head), unpacked);
  }

  /** Opens the log and reads its head. */
  static LogInput open(LogSource source, InputStream standardInput) throws IOException {
    var file = source.file();
    if (file == null) {
      return new LogInput(standardInput, 0);
    }
    var in = Files.newInputStream(file);
    try {
      return new LogInput(in, Files.size(file));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The first {@link #HEAD_BYTES} of the text, or all if there are fewer; not copied. */
  byte[] head() {
    return head;
  }

  /** The whole text, its head included. */
  InputStream text() {
    return text;
  }

  /** How far it is read, as people say it. */
  String progress() {
    return rawBytes > 0
        ? "%3d %%".formatted(Math.min(100, 100 * raw.bytesRead() / rawBytes))
        : "%.1f MB".formatted(raw.bytesRead() / 1e6);
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}

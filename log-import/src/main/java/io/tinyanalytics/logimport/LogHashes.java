package io.tinyanalytics.logimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;

/**
 * The hashes of a log and of its beginnings: a log that has grown still begins as it was.
 *
 * @param whole the SHA-256 of the whole log in hexadecimal
 * @param beginnings those of its beginnings by their length in bytes, the whole log among them
 */
record LogHashes(String whole, Map<Long, String> beginnings) {
  private static final int BUFFER_BYTES = 256 * 1024;

  LogHashes {
    beginnings = Map.copyOf(beginnings);
  }

  /**
   * Reads the file once.
   *
   * @param bytes how many bytes of the file are the log
   * @param lengths the beginnings to hash; longer ones than the log are passed over
   */
  static LogHashes of(Path file, long bytes, SortedSet<Long> lengths, Progress progress)
      throws IOException {
    Map<Long, String> beginnings = new HashMap<>();
    var digest = Digests.newSha256();
    long at = 0;
    try (var in = Files.newInputStream(file)) {
      for (long stop : lengths.headSet(bytes)) {
        read(in, at, stop, digest, progress);
        beginnings.put(stop, hex(digest));
        at = stop;
      }
      read(in, at, bytes, digest, progress);
    }
    var whole = hex(digest);
    beginnings.put(bytes, whole);
    return new LogHashes(whole, beginnings);
  }

  /** Whether the log is the other one, or that one grown longer. */
  boolean beginsWith(LogIdentity other) {
    return other.sha256().equals(beginnings.get(other.bytes()));
  }

  private static void read(
      InputStream in, long from, long to, MessageDigest digest, Progress progress)
      throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long at = from;
    while (at < to) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, to - at));
      if (read < 0) {
        throw new IOException("the log became shorter while it was read");
      }
      digest.update(buffer, 0, read);
      at += read;
      progress.at(at, () -> "looked through");
    }
  }

  private static String hex(MessageDigest digest) {
    try {
      var copy = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(copy.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }
}

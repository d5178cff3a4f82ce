package io.tinyanalytics.logimport;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * How a log begins: enough to know it again when it has grown, or was packed meanwhile.
 *
 * @param bytes the first {@link LogInput#HEAD_BYTES}, or all if there are fewer; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogHead(byte[] bytes) {
  String sha256() {
    return sha256(bytes.length);
  }

  /** Whether the log is the other one, or that one grown longer. */
  boolean beginsWith(LogIdentity other) {
    return other.headBytes() <= bytes.length
        && sha256(other.headBytes()).equals(other.headSha256());
  }

  private String sha256(int length) {
    return HexFormat.of().formatHex(Digests.sha256(Arrays.copyOf(bytes, length)));
  }
}

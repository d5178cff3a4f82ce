package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Stands in for the edge's keyed hashes: the same words give the same bits. */
final class Stamps {

  private static final int LENGTH = 8;

  private Stamps() {}

  /** Eight bytes. */
  static byte[] bytes(String... words) {
    return Arrays.copyOf(hash(words), LENGTH);
  }

  /** 16 hexadecimal digits. */
  static String hex(String... words) {
    return HexFormat.of().formatHex(hash(words), 0, LENGTH);
  }

  /** 64 hexadecimal digits. */
  static String longHex(String... words) {
    return HexFormat.of().formatHex(hash(words));
  }

  private static byte[] hash(String... words) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(String.join("\n", words).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

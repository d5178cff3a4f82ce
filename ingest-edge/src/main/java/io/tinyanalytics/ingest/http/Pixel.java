package io.tinyanalytics.ingest.http;

import java.util.HexFormat;

/** The smallest image that every browser shows: one transparent point. */
final class Pixel {

  static final String MEDIA_TYPE = "image/gif";

  static final byte[] BYTES =
      HexFormat.of()
          .parseHex(
              "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b");

  private Pixel() {}
}

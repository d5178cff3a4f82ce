package io.tinyanalytics.pipeline.store.writer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jpountz.lz4.LZ4FrameInputStream;

/** Reads a block back, written against ClickHouse's description of the format Native. */
record DecodedBlock(int rows, Map<String, List<String>> columns) {

  static DecodedBlock of(byte[] frame) throws IOException {
    byte[] bytes = new LZ4FrameInputStream(new ByteArrayInputStream(frame)).readAllBytes();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int columnCount = varUInt(in);
    int rows = varUInt(in);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (int column = 0; column < columnCount; column++) {
      String name = string(in);
      String type = string(in);
      List<String> values = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        values.add(value(type, in));
      }
      columns.put(name, values);
    }
    if (in.hasRemaining()) {
      throw new IOException(in.remaining() + " bytes follow the block");
    }
    return new DecodedBlock(rows, columns);
  }

  List<String> column(String name) {
    return columns.getOrDefault(name, List.of());
  }

  private static String value(String type, ByteBuffer in) {
    return switch (type) {
      case "String" -> string(in);
      case "Bool", "UInt8" -> String.valueOf(in.get());
      case "UInt32" -> Integer.toUnsignedString(in.getInt());
      case "UInt16", "Date" -> String.valueOf(Short.toUnsignedInt(in.getShort()));
      case "UInt64" -> Long.toUnsignedString(in.getLong());
      case "DateTime64(3, 'UTC')", "Decimal(18, 4)" -> String.valueOf(in.getLong());
      case "FixedString(32)" -> HexFormat.of().formatHex(bytes(in, 32));
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  private static String string(ByteBuffer in) {
    return new String(bytes(in, varUInt(in)), UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static int varUInt(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}

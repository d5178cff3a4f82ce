package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Logs written for the tests. */
record SampleLogs(Path folder) {

  /** Thirteen lines: one of each kind that the importer tells apart, and the odd ones. */
  Path sample() throws IOException {
    var text =
        line("203.0.113.1", "GET / HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.1", "GET /style.css HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.2", "GET /green?cup=\\\"2\\\" HTTP/1.1", 304, null)
            + line("203.0.113.2", "GET /green?cup=\\\"2\\\" HTTP/1.1", 304, null)
            + line("203.0.113.3", "GET /green HTTP/1.1", 200, "teabot/1.0")
            + line("203.0.113.4", "POST /green HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.5", "GET /gone HTTP/1.1", 404, "Firefox/140.0")
            + "\n"
            + line("203.0.113.6", "-", 408, null)
            + "203.0.113.6 - - [05/Mar/2024:11:00:00 +0000] \"GET /cut HTTP/1.1\" 200 1 \"-\" \"Fire\n"
            + line("2001:db8::7", "GET /caf\u00e9 HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.12", "GET /refused HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.13", "GET /last HTTP/1.1", 200, "Firefox/140.0").stripTrailing();
    return Files.write(folder.resolve("access.log"), text.getBytes(ISO_8859_1));
  }

  /** A log of nothing but page views, /page-1 and so on. */
  Path pages(int count) throws IOException {
    var text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(line("203.0.113.9", "GET /page-" + i + " HTTP/1.1", 200, "Firefox/140.0"));
    }
    return Files.writeString(folder.resolve("pages.log"), text);
  }

  /** The same log packed by gzip, each half as a member of its own. */
  Path packed(Path log) throws IOException {
    var bytes = Files.readAllBytes(log);
    var out = new ByteArrayOutputStream();
    out.writeBytes(gzip(Arrays.copyOf(bytes, bytes.length / 2)));
    out.writeBytes(gzip(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length)));
    return Files.write(folder.resolve("packed"), out.toByteArray());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static String line(String address, String request, int status, @Nullable String userAgent) {
    return "%s - - [05/Mar/2024:11:00:00 +0000] \"%s\" %d 4711 \"-\" \"%s\"%n"
        .formatted(address, request, status, userAgent == null ? "-" : userAgent);
  }
}

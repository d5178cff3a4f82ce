package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a file looks like of which nothing can be read, and what to do about it. */
@SuppressWarnings("ImmutableEnumChecker") // the tests hold no state
enum LogLook {
  EMPTY("it is empty", "give a log that holds requests", LogText::isBlank),
  BZIP2("it is packed by bzip2", unpack("bzip2 -dc"), text -> text.startsWith("BZh")),
  XZ("it is packed by xz", unpack("xz -dc"), text -> text.startsWith("\u00FD7zXZ\0")),
  ZSTD("it is packed by zstd", unpack("zstd -dc"), text -> text.startsWith("(\u00B5/\u00FD")),
  LZ4("it is packed by lz4", unpack("lz4 -dc"), text -> text.startsWith("\u0004\"M\u0018")),
  ZIP("it is a zip archive", unpack("unzip -p"), text -> text.startsWith("PK\u0003\u0004")),
  UTF_16(
      "it looks like UTF-16 text",
      "convert it with: iconv -f UTF-16 -t UTF-8 FILE | import-access-log - --site ID",
      LogText::isUtf16),
  TAR(
      "it is a tar archive",
      "unpack it with: tar -xOf FILE | import-access-log - --site ID",
      text -> text.startsAt(257, "ustar")),
  BINARY("it looks like a binary file", "give the web server's access log", LogText::isBinary),
  JSON(
      "it looks like JSON lines",
      "let the web server log in the combined format",
      line("\\s*\\[?\\{.*")),
  W3C(
      "it looks like the W3C extended format (IIS, CloudFront)",
      "let the web server log in the combined format",
      line("#(Software|Version|Date|Fields):.*")),
  COMMON(
      "it looks like the common log format, which has no user agent",
      "let the web server log in the combined format",
      line(".* \\[[^\\]]+\\] \".*\" \\d{3} (\\d+|-)\\s*")),
  ERROR_LOG(
      "it looks like an error log",
      "give the access log instead",
      line(
          "\\[\\w{3} \\w{3} [ \\d]\\d [\\d:.]+ \\d{4}\\].*|\\d{4}/\\d\\d/\\d\\d [\\d:]+ \\[\\w+\\].*")),
  SYSLOG(
      "its lines look like those of syslog",
      "cut off what syslog put before each line",
      line("(<\\d+>)?\\w{3} [ \\d]\\d [\\d:]+ .* \\[[^\\]]+\\] \".*")),
  MARKUP("it looks like HTML or XML", "give the web server's access log", line("\\s*<.*")),
  OTHER(
      "no line is of the combined log format",
      "let the web server log in it: %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
      text -> true);

  private final String look;
  private final String advice;
  private final Predicate<LogText> test;

  LogLook(String look, String advice, Predicate<LogText> test) {
    this.look = look;
    this.advice = advice;
    this.test = test;
  }

  /** What a log looks like that begins so. */
  static LogLook of(byte[] head) {
    var text = new LogText(new String(head, ISO_8859_1));
    return Arrays.stream(values()).filter(look -> look.test.test(text)).findFirst().orElse(OTHER);
  }

  /** One sentence about a log of this name. */
  String sentence(String name) {
    return name + " cannot be imported: " + look + "; " + advice + ".";
  }

  private static String unpack(String program) {
    return "unpack it with: " + program + " FILE | import-access-log - --site ID";
  }

  private static Predicate<LogText> line(String pattern) {
    var compiled = Pattern.compile(pattern);
    return text -> text.firstLines().anyMatch(line -> compiled.matcher(line).matches());
  }
}

package io.tinyanalytics.logimport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of the combined format, {@code %h %l %u %t "%r" %>s %b "%{Referer}i"
 * "%{User-Agent}i"}; the virtual host may stand before it, and further fields behind it. A quote
 * inside a field stands escaped, as Apache and nginx write it.
 */
final class AccessLogParser {
  private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+ \\S+(?: .*?)?) \\[([^\\]]+)\\] "
              + QUOTED
              + " (\\d{3}) (?:\\d+|-) "
              + QUOTED
              + " "
              + QUOTED
              + "(?:\\s.*)?",
          Pattern.DOTALL);
  private static final Pattern REQUEST =
      Pattern.compile("([A-Za-z]+) +(.+?)(?: +HTTP/[0-9.]+)?", Pattern.DOTALL);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private AccessLogParser() {}

  /**
   * What the line says, or null if it is malformed: not of this format, or of no real time.
   *
   * @param line one byte in each character
   */
  static @Nullable AccessLogEntry parse(String line) {
    var fields = LINE.matcher(line);
    if (!fields.matches()) {
      return null;
    }
    var time = time(fields.group(2));
    if (time == null) {
      return null;
    }
    var request = REQUEST.matcher(fields.group(3));
    var asked = request.matches();
    return new AccessLogEntry(
        LogEscapes.undo(ClientAddress.in(fields.group(1))),
        time,
        asked ? request.group(1) : "",
        asked ? RequestTarget.of(address(request.group(2))) : null,
        Integer.parseInt(fields.group(4)),
        isPresent(fields.group(5)) ? address(fields.group(5)) : null,
        isPresent(fields.group(6)) ? UrlBytes.utf8(LogEscapes.undo(fields.group(6))) : null);
  }

  /** Null too for a time before 1970, which no event can have. */
  private static @Nullable Instant time(String text) {
    try {
      var time = TIME.parse(text, Instant::from);
      return time.isAfter(Instant.EPOCH) ? time : null;
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static String address(String logged) {
    return UrlBytes.encode(LogEscapes.undo(logged));
  }

  private static boolean isPresent(String field) {
    return !field.isEmpty() && !field.equals("-");
  }
}

package io.tinyanalytics.logimport;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a path names a kind of file: the short word behind the last dot of its last segment. */
final class FileEnding {
  private static final Pattern ENDING = Pattern.compile("[a-z][a-z0-9]{0,11}");

  private FileEnding() {}

  /** Whether the text can be an ending: 1 to 12 letters and digits, a letter first. */
  static boolean isEnding(String text) {
    return ENDING.matcher(text).matches();
  }

  /** The ending in lower case, or null if the segment has none. */
  static @Nullable String of(String segment) {
    int parameters = segment.indexOf(';');
    var name = parameters < 0 ? segment : segment.substring(0, parameters);
    if (name.indexOf('.') < 0 && name.indexOf('%') < 0) {
      return null;
    }
    var decoded = UrlBytes.decode(name).toLowerCase(Locale.ROOT);
    int dot = decoded.lastIndexOf('.');
    var ending = decoded.substring(dot + 1);
    return dot >= 0 && isEnding(ending) ? ending : null;
  }
}

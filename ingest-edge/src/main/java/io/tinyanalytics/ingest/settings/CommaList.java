package io.tinyanalytics.ingest.settings;

import java.util.Arrays;
import java.util.List;

/** A setting of several words, written with commas between them. */
public final class CommaList {

  private CommaList() {}

  /** The words in order, without white space around them; empty ones are left out. */
  public static List<String> of(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

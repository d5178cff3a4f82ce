package io.tinyanalytics.service.settings;

import java.util.Arrays;
import java.util.List;

/** A setting that is a list of words, separated by commas. */
public final class CommaList {

  private CommaList() {}

  /** The words in order, without surrounding white space; empty words are left out. */
  public static List<String> of(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

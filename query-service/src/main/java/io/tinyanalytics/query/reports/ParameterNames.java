package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.errors.ApiException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The parameter names that a report accepts. All other names are refused; otherwise a misspelt name
 * would silently change a figure.
 */
record ParameterNames(List<String> known) {

  /**
   * @throws ApiException if a name is unknown; the message is about the first unknown name in
   *     alphabetical order, and suggests a known name that is similar
   */
  void requireKnown(Collection<String> names) {
    Optional<String> unknown =
        names.stream().filter(name -> !known.contains(name)).sorted().findFirst();
    if (unknown.isPresent()) {
      throw ApiException.invalidValue("a parameter", "is unknown" + advice(unknown.get()));
    }
  }

  private String advice(String name) {
    return nearest(name).map(near -> " (did you mean %s?)".formatted(near)).orElse("")
        + "; the parameters are "
        + String.join(", ", known);
  }

  /** The most similar known name, if the edit distance is at most half its length. */
  private Optional<String> nearest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(near -> 2 * distance(lower, near) <= near.length())
        .min(Comparator.comparingInt(near -> distance(lower, near)));
  }

  private static int distance(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}

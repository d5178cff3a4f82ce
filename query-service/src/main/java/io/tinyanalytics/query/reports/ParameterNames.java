package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.errors.ApiException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The parameters that a report knows. Another one is refused, since a misspelt name would otherwise
 * change a figure without a word.
 */
record ParameterNames(List<String> known) {

  /**
   * @throws ApiException where a name is not known; it tells the known name that the first such
   *     name, in their order, resembles
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

  /** A known name of which at most half the letters differ. */
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

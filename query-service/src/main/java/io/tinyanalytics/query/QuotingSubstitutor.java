package io.tinyanalytics.query;

import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Puts variables between the single quotes of a YAML text so that each value arrives as it is: a
 * quote in a password neither ends the text nor brings the password into a complaint about it.
 */
final class QuotingSubstitutor extends StringSubstitutor {
  /** Looks a variable up. */
  interface Variables {
    @Nullable String get(String name);
  }

  QuotingSubstitutor(Variables variables) {
    super(name -> quoted(variables.get(name)));
    setDisableSubstitutionInValues(true);
  }

  private static @Nullable String quoted(@Nullable String value) {
    return value == null ? null : value.replace("'", "''");
  }
}

package io.tinyanalytics.ingest.settings;

import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Puts variables between the single quotes of a YAML text so that each value arrives as it is: a
 * quote in a secret neither ends the text nor brings the secret into a complaint about it.
 */
public final class QuotingSubstitutor extends StringSubstitutor {

  /** Looks a variable up. */
  public interface Variables {
    @Nullable String get(String name);
  }

  public QuotingSubstitutor(Variables variables) {
    super(name -> quoted(variables.get(name)));
    setDisableSubstitutionInValues(true);
  }

  private static @Nullable String quoted(@Nullable String value) {
    return value == null ? null : value.replace("'", "''");
  }
}

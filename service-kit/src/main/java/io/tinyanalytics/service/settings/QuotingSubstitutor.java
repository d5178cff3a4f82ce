package io.tinyanalytics.service.settings;

import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Replaces variables inside single-quoted YAML strings and escapes their values. A quote in a
 * secret neither ends the string nor shows the secret in an error message.
 */
public final class QuotingSubstitutor extends StringSubstitutor {

  /** Returns the value of a variable, or null if it is not set. */
  @FunctionalInterface
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

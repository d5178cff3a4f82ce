package io.tinyanalytics.service.sites;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tinyanalytics.service.settings.SettingException;
import org.jspecify.annotations.Nullable;

/** A site that is one word. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TestEntry(@JsonProperty("word") @Nullable String word) implements SitesFile.Entry<String> {

  @Override
  public String toSite() {
    if (word == null || word.isEmpty()) {
      throw new SettingException("has no word.");
    }
    return word;
  }
}

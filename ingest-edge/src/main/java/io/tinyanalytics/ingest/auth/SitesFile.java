package io.tinyanalytics.ingest.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tinyanalytics.ingest.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sites file; keys of it that belong to other services are passed over. Its complaints
 * name the site and never show a key.
 */
final class SitesFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private SitesFile() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(@Nullable Map<String, @Nullable SiteEntry> sites) {}

  /** The text of the file, or a complaint that it cannot be read. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new SettingException(
          "the sites file " + file + " cannot be read: set SITES_CONFIG_PATH to one that can.");
    }
  }

  /**
   * Reads the text whole.
   *
   * @throws SettingException where it holds no site, or a site that cannot be
   */
  static Sites read(Path file, String text) {
    Content content = parse(file, text);
    if (content == null || content.sites() == null || content.sites().isEmpty()) {
      throw new SettingException(
          "the sites file " + file + " holds no site: add one under 'sites:'.");
    }
    Map<String, Site> byId = new HashMap<>();
    content.sites().forEach((id, entry) -> byId.put(id, site(file, id, entry)));
    return new Sites(byId);
  }

  private static @Nullable Content parse(Path file, String text) {
    try {
      MappingIterator<Content> documents = YAML.readerFor(Content.class).readValues(text);
      return documents.hasNextValue() ? documents.nextValue() : null;
    } catch (JsonProcessingException malformed) {
      throw new SettingException(
          "the sites file " + file + " is not valid: correct " + place(malformed) + ".");
    } catch (IOException e) {
      throw new SettingException("the sites file " + file + " is not valid: correct its YAML.");
    }
  }

  private static String place(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? "its YAML"
        : "the YAML near line " + malformed.getLocation().getLineNr();
  }

  private static Site site(Path file, String id, @Nullable SiteEntry entry) {
    try {
      return (entry == null ? SiteEntry.EMPTY : entry).toSite();
    } catch (SettingException wrong) {
      throw new SettingException(
          "in the sites file " + file + " site '" + id + "' " + wrong.getMessage());
    }
  }
}

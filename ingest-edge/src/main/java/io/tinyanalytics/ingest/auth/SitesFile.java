package io.tinyanalytics.ingest.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * Reads the sites file once, at start; keys of it that belong to other services are passed over.
 * Its complaints name the site and never show a key.
 */
public final class SitesFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private SitesFile() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(@Nullable Map<String, @Nullable Entry> sites) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Entry(
      @JsonProperty("api_key") @Nullable String apiKey,
      @JsonProperty("hmac_secret") @Nullable String hmacSecret,
      @JsonProperty("server_secret") @Nullable String serverSecret) {}

  /**
   * Reads the file whole.
   *
   * @throws SettingException where the file cannot be read, holds no site, or holds a site without
   *     a key
   */
  public static Sites read(Path file) {
    Content content = parse(file);
    if (content == null || content.sites() == null || content.sites().isEmpty()) {
      throw new SettingException(
          "the sites file " + file + " holds no site: add one under 'sites:'.");
    }
    Map<String, Site> byId = new HashMap<>();
    content.sites().forEach((id, entry) -> byId.put(id, site(file, id, entry)));
    return new Sites(byId);
  }

  private static @Nullable Content parse(Path file) {
    try {
      MappingIterator<Content> documents =
          YAML.readerFor(Content.class).readValues(Files.readString(file));
      return documents.hasNextValue() ? documents.nextValue() : null;
    } catch (JsonProcessingException malformed) {
      throw new SettingException(
          "the sites file " + file + " is not valid: correct " + place(malformed) + ".");
    } catch (IOException unreadable) {
      throw new SettingException(
          "the sites file " + file + " cannot be read: set SITES_CONFIG_PATH to one that can.");
    }
  }

  private static String place(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? "its YAML"
        : "the YAML near line " + malformed.getLocation().getLineNr();
  }

  private static Site site(Path file, String id, @Nullable Entry entry) {
    String key = entry == null ? null : present(entry.apiKey());
    if (entry == null || key == null) {
      throw new SettingException(
          "in the sites file " + file + " site '" + id + "' has no key: give it an api_key.");
    }
    return new Site(ApiKey.of(key), present(entry.hmacSecret()), present(entry.serverSecret()));
  }

  private static @Nullable String present(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}

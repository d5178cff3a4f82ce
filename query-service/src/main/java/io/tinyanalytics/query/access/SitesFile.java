package io.tinyanalytics.query.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tinyanalytics.query.errors.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sites file once, at start; keys of it that belong to other services are passed over.
 * Its complaints never show a key.
 */
public final class SitesFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private SitesFile() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(@Nullable Map<String, @Nullable Entry> sites) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Entry(
      @JsonProperty("read_key") @Nullable String readKey,
      @JsonProperty("public_stats") boolean publicStats) {}

  /**
   * Reads the file whole. A site with neither {@code read_key} nor {@code public_stats} is read by
   * nobody.
   *
   * @throws SettingException where the file cannot be read or holds no site
   */
  public static Sites read(Path file) {
    Content content = parse(file);
    if (content == null || content.sites() == null || content.sites().isEmpty()) {
      throw new SettingException(
          "The sites file " + file + " holds no site: add one under 'sites:'.");
    }
    Map<String, Site> byId = new LinkedHashMap<>();
    content.sites().forEach((id, entry) -> byId.put(id, site(entry)));
    return new Sites(byId);
  }

  private static @Nullable Content parse(Path file) {
    try (MappingIterator<Content> documents =
        YAML.readerFor(Content.class).readValues(Files.readString(file))) {
      return documents.hasNextValue() ? documents.nextValue() : null;
    } catch (JsonProcessingException malformed) {
      throw new SettingException(
          "The sites file " + file + " is not valid: correct " + place(malformed) + ".");
    } catch (IOException unreadable) {
      throw new SettingException(
          "The sites file " + file + " cannot be read: set SITES_CONFIG_PATH to one that can.");
    }
  }

  private static String place(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? "its YAML"
        : "the YAML near line " + malformed.getLocation().getLineNr();
  }

  private static Site site(@Nullable Entry entry) {
    boolean publicStats = entry != null && entry.publicStats();
    String readKey = entry == null || isBlank(entry.readKey()) ? null : entry.readKey();
    return new Site(readKey, publicStats);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}

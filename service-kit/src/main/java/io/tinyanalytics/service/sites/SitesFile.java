package io.tinyanalytics.service.sites;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tinyanalytics.service.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sites file. A service declares the keys that it knows as a record; keys of other services are
 * ignored. Error messages name the site and never show a value.
 *
 * @param <S> what the service makes of one site
 */
public final class SitesFile<S> {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Path path;
  private final Class<? extends Entry<S>> entry;

  /**
   * Describes the file without reading it.
   *
   * @param entry a record that Jackson can read and that ignores unknown keys
   */
  public SitesFile(Path path, Class<? extends Entry<S>> entry) {
    this.path = requireNonNull(path, "path is null");
    this.entry = requireNonNull(entry, "entry is null");
  }

  /** One site as the file has it. */
  @FunctionalInterface
  public interface Entry<S> {
    /**
     * Checks the entry and returns the site.
     *
     * @throws SettingException whose message continues a sentence that begins with the site's name
     */
    S toSite();
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content<E>(@Nullable Map<String, @Nullable E> sites) {}

  /**
   * Returns the text of the file.
   *
   * @throws SettingException if it cannot be read
   */
  String text() {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new SettingException(
          "the sites file " + path + " cannot be read: set SITES_CONFIG_PATH to a readable file.");
    }
  }

  /**
   * Reads a text of the file.
   *
   * @return at least one site, by id
   * @throws SettingException if it lists no site, or one that cannot work
   */
  Map<String, S> read(String text) {
    Content<? extends Entry<S>> content = parse(text);
    if (content == null || content.sites() == null || content.sites().isEmpty()) {
      throw new SettingException(
          "the sites file " + path + " lists no site: add one under 'sites:'.");
    }
    Map<String, S> byId = new LinkedHashMap<>();
    content.sites().forEach((id, site) -> byId.put(id, site(id, site)));
    return byId;
  }

  private @Nullable Content<? extends Entry<S>> parse(String text) {
    JavaType type = YAML.getTypeFactory().constructParametricType(Content.class, entry);
    try (MappingIterator<Content<? extends Entry<S>>> documents =
        YAML.readerFor(type).readValues(text)) {
      return documents.hasNextValue() ? documents.nextValue() : null;
    } catch (JsonProcessingException malformed) {
      throw new SettingException(
          "the sites file " + path + " is not valid: correct " + place(malformed) + ".");
    } catch (IOException e) {
      throw new SettingException("the sites file " + path + " is not valid: correct its YAML.");
    }
  }

  private static String place(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? "its YAML"
        : "the YAML near line " + malformed.getLocation().getLineNr();
  }

  private S site(String id, @Nullable Entry<S> given) {
    try {
      return (given == null ? YAML.convertValue(Map.of(), entry) : given).toSite();
    } catch (SettingException wrong) {
      throw new SettingException(
          "in the sites file " + path + " site '" + id + "' " + wrong.getMessage());
    }
  }
}

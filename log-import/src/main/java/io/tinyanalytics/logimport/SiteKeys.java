package io.tinyanalytics.logimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a server needs to speak for the visitors of one site.
 *
 * @param siteId as the sites file names it
 * @param apiKey goes with each request
 * @param secret signs each request
 */
record SiteKeys(String siteId, String apiKey, String secret) {

  /** Reads them from the sites file: {@code server_secret} or, if the site has none, another. */
  static SiteKeys read(Path sitesFile, String siteId) throws ImportException {
    var site = parse(sitesFile).path("sites").path(siteId);
    if (site.isMissingNode()) {
      throw new ImportException("The site " + siteId + " is not in " + sitesFile + ".");
    }
    var apiKey = site.path("api_key").asText("");
    if (apiKey.isEmpty()) {
      throw new ImportException("The site " + siteId + " has no api_key in " + sitesFile + ".");
    }
    var secret = site.path("server_secret").asText("");
    if (secret.isEmpty()) {
      secret = site.path("hmac_secret").asText("");
    }
    if (secret.isEmpty()) {
      throw new ImportException(
          "The edge takes a visitor's address only from a trusted sender: give the site "
              + siteId
              + " a server_secret in "
              + sitesFile
              + " and restart the edge.");
    }
    return new SiteKeys(siteId, apiKey, secret);
  }

  private static JsonNode parse(Path sitesFile) throws ImportException {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(sitesFile.toFile());
    } catch (IOException e) {
      throw new ImportException(
          "The sites file " + sitesFile + " cannot be read: " + e.getMessage());
    }
  }
}

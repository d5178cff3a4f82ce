package io.tinyanalytics.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import io.tinyanalytics.service.sites.SiteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteEntryTest {

  @TempDir Path folder;

  @Test
  void readsTheSitesOfADevelopmentMachine() {
    Sites sites = read(Path.of("../config/sites.dev.yml"));

    for (int n = 1; n <= 3; n++) {
      assertThat(sites.site("site-" + n))
          .contains(
              new Site(
                  SiteKey.of("dev-site-" + n + "-key"),
                  List.of(),
                  List.of("dev-site-" + n + "-server-secret"),
                  SitePolicy.DEFAULT));
    }
  }

  @Test
  void takesAnEmptySecretAsNone() throws IOException {
    Sites sites = read(file("sites: {a: {api_key: k, hmac_secret: '', note: any}}"));

    assertThat(sites.site("a"))
        .contains(new Site(SiteKey.of("k"), List.of(), List.of(), SitePolicy.DEFAULT));
  }

  @Test
  void readsAllThatASiteMaySay() throws IOException {
    Sites sites =
        read(
            file(
                """
                sites:
                  a:
                    api_key: 'sha256:8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a'
                    hmac_secret: h
                    hmac_secret_previous: g
                    server_secret: s
                    server_secret_previous: r
                    origins: [https://example.com, 'http://localhost:3000']
                    rate_limits: {events: 500, client_events: 50}
                    bots: drop
                    privacy: {gpc: ignore}
                    max_age: P1D
                    timezone: Pacific/Kiritimati
                """));

    assertThat(sites.site("a"))
        .contains(
            new Site(
                SiteKey.of("k"),
                List.of("h", "g"),
                List.of("s", "r"),
                new SitePolicy(
                    Set.of("https://example.com", "http://localhost:3000"),
                    500,
                    50,
                    SitePolicy.Bots.DROP,
                    false,
                    Duration.ofDays(1),
                    ZoneId.of("Pacific/Kiritimati"))));
    assertThat(sites.zones()).containsExactly(ZoneId.of("Pacific/Kiritimati"));
    assertThat(sites.nameOrigin("https://example.com")).isTrue();
    assertThat(sites.nameOrigin("https://example.org")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'sites: {a: }'                          | site 'a' has no key: give it an api_key
          'sites: {a: {api_key: ""}}'             | site 'a' has no key: give it an api_key
          'sites: {a: {api_key: s}, b: {}}'       | site 'b' has no key: give it an api_key
          'sites: {a: {api_key: "sha256:s3cret"}}' | site 'a' has an invalid key: write sha256: and 64
          'sites: {a: {api_key: k, bots: s3cret}}' | site 'a' has an unknown value of bots: write flag or drop
          'sites: {a: {api_key: k, privacy: {gpc: no}}}' | site 'a' has an unknown value of gpc: write honour or ignore
          'sites: {a: {api_key: k, max_age: 3}}'  | site 'a' has an invalid max_age: write it as P7D or PT12H
          'sites: {a: {api_key: k, max_age: PT0S}}' | site 'a' has a max_age that is not positive
          'sites: {a: {api_key: k, origins: ["*"]}}' | site 'a' has an invalid origin
          'sites: {a: {api_key: k, origins: ["https://a.b/"]}}' | site 'a' has an invalid origin
          'sites: {a: {api_key: k, timezone: s3cret}}' | site 'a' has an unknown timezone: write a name of the IANA database
          'sites: {a: {api_key: k, timezone: "+02:00"}}' | site 'a' has an unknown timezone: write a name of the IANA database
          'sites: {a: {api_key: k, rate_limits: {events: -1}}}' | site 'a' has a negative rate limit: write 0 for none
          """)
  void saysInOneSentenceWhatIsWrong(String content, String sentence) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void printsNoSecret() {
    assertThat(
            new Site(SiteKey.of("key"), List.of("hmac"), List.of("server"), SitePolicy.DEFAULT)
                .toString())
        .doesNotContain("key", "hmac", "server");
  }

  private static Sites read(Path file) {
    return Sites.in(file).get();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("sites.yml"), content);
  }
}

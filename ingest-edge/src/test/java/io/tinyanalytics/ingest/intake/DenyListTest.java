package io.tinyanalytics.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class DenyListTest {

  private final DenyList denyList = new DenyList(List.of("bot", "Crawler", "spider"));

  @ParameterizedTest
  @CsvSource({
    "Googlebot/2.1,                          bot",
    "Mozilla/5.0 (compatible; BingBOT/2.0),  bot",
    "my-CRAWLER,                             Crawler",
    "Baiduspider,                            spider",
    "a spider and a bot,                     bot",
    "Mozilla/5.0 Firefox/140.0,              ",
    "'',                                     ",
    ",                                       "
  })
  void findsTheFirstOfItsFragmentsIgnoringCase(@Nullable String userAgent, @Nullable String name) {
    assertThat(denyList.match(userAgent).orElse(null)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/android-user-agents.csv",
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      numLinesToSkip = 1)
  void takesPhonesForPeopleAndWhatImitatesThemForBots(@Nullable String name, String userAgent) {
    assertThat(denyList.match(userAgent).orElse(null)).as(userAgent).isEqualTo(name);
  }

  @Test
  void deniesNobodyWhenEmpty() {
    assertThat(new DenyList(List.of()).match("Googlebot/2.1")).isEmpty();
    assertThat(new DenyList(List.of("", " ")).match("Googlebot/2.1")).isEmpty();
  }

  @Test
  void refusesAFragmentThatTheWireCannotHold() {
    List<String> tooLong = List.of("x".repeat(257));

    assertThatThrownBy(() -> new DenyList(tooLong))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("BOT_UA_DENYLIST");
  }

  @Test
  void readsAUserAgentOfManyOpenParenthesesInNoTime() {
    assertThat(denyList.match("android (bot".repeat(500))).isEmpty();
    assertThat(denyList.match("(".repeat(2000) + "android bot")).isEmpty();
  }
}

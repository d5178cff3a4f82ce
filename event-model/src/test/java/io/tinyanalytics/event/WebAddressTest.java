package io.tinyanalytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://user:secret@example.com/a?b#c          | https://example.com/a?b#c
          https://user@example.com                       | https://example.com
          https://:secret@example.com/                   | https://example.com/
          https://user:@example.com:8443/                | https://example.com:8443/
          https://user:secret@[2001:db8::1]:8443/a       | https://[2001:db8::1]:8443/a
          HTTPS://User:Secret@EXAMPLE.com/               | HTTPS://EXAMPLE.com/
          ftp://user:secret@example.com/                 | ftp://example.com/
          android-app://user:secret@com.example/a        | android-app://com.example/a
          //user:secret@example.com/a                    | //example.com/a
          \\\\user:secret@example.com\\a                    | \\\\example.com\\a
          https:\\\\user:secret@example.com\\a              | https:\\\\example.com\\a
          https:/\\user:secret@example.com/a              | https:/\\example.com/a
          https:user:secret@example.com/a                | https:example.com/a
          https:/user:secret@example.com/a               | https:/example.com/a
          https:////user:secret@example.com/a            | https:////example.com/a
          https://user:sec@ret@example.com/a             | https://example.com/a
          https://a@b@c@example.com/d@e                  | https://example.com/d@e
          https://user%40corp.example:secret@example.com/ | https://example.com/
          https://user:secret%40example.com/             | https://example.com/
          https://user:secret%2540example.com/           | https://example.com/
          https://us%65r:s%2Fecret@example.com/          | https://example.com/
          https%3A%2F%2Fuser%3Asecret%40example.com%2Fa%40b | https%3A%2F%2Fexample.com%2Fa%40b
          https:%2F%2Fuser:secret@example.com/a          | https:example.com/a
          https://user:se/cret@example.com/a@b           | https://example.com/a@b
          https://user:se#cr?e@t@example.com/            | https://example.com/
          https://user:se\\cret@example.com/              | https://example.com/
          view-source:https://user:secret@example.com/   | view-source:https://example.com/
          blob:https://user:secret@example.com/1-2       | blob:https://example.com/1-2
          """)
  void dropsUserAndPassword(String address, String without) {
    assertThat(WebAddress.withoutCredentials(address)).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://us\ner:sec\tret@example.com/a",
        "ht\rtps:/\n/user:secret@example.com/a",
        "https://example.com/\r\na"
      })
  void readsOverWhatBrowsersReadOver(String address) {
    assertThat(WebAddress.withoutCredentials(address).replaceAll("[\r\n]", ""))
        .isEqualTo("https://example.com/a");
  }

  @Test
  void readsOverBlanksBeforeAnAddress() {
    assertThat(WebAddress.withoutCredentials(" \u0001https://user:secret@example.com/"))
        .isEqualTo(" \u0001https://example.com/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://example.com/@user/post?mail=a@example.com#@
          https://example.com?@
          https://example.com#user:secret@
          https:\\\\example.com\\@user
          https://example.com:8443/a@b
          https://[2001:db8::1]/a@b
          https://example.com/40%40
          /@user
          //example.com/@user
          @scope/package
          mailto:somebody@example.com
          40 @
          """)
  void changesNoOtherAddress(String address) {
    assertThat(WebAddress.withoutCredentials(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          https://example.com/a/b?c#d         | https://example.com/
          https://example.com                 | https://example.com/
          http://example.com:8080?a           | http://example.com:8080/
          https://[2001:db8::1]:8443#a        | https://[2001:db8::1]:8443/
          https:\\\\example.com\\a               | https:\\\\example.com/
          android-app://com.example/a         | android-app://com.example/
          //example.com/a                     | //example.com/
          https:///                           | -
          https://exa mple.com/               | -
          /a/b                                | -
          example.com/a                       | -
          mailto:somebody@example.com         | -
          ``                                  | -
          """)
  void cutsAnAddressBehindItsHost(String address, @Nullable String origin) {
    assertThat(WebAddress.origin(address)).isEqualTo(origin);
  }
}

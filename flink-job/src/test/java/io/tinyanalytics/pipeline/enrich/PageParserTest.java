package io.tinyanalytics.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          https://example.com/docs?a=1&b=2     | example.com   | /docs        | a=1&b=2
          https://example.com                  | example.com   | /            | ""
          https://example.com?a=1              | example.com   | /            | a=1
          https://example.com#top              | example.com   | /            | ""
          https://example.com/                 | example.com   | /            | ""
          https://example.com/docs#top?no=1    | example.com   | /docs        | ""
          https://example.com/docs?a=1#top     | example.com   | /docs        | a=1
          https://example.com/docs?            | example.com   | /docs        | ""
          https://example.com/a?b?c            | example.com   | /a           | b?c
          HTTPS://WWW.Example.COM/Docs         | www.example.com | /Docs      | ""
          https://example.com:8443/docs        | example.com   | /docs        | ""
          https://example.com:/docs            | example.com   | /docs        | ""
          https://user:pa@ss@example.com/docs  | example.com   | /docs        | ""
          https://user@example.com:80          | example.com   | /            | ""
          https://[2001:DB8::1]:8443/docs      | [2001:db8::1] | /docs        | ""
          https://[2001:db8::1]                | [2001:db8::1] | /            | ""
          https://[2001:db8::1/docs            | [2001         | /docs        | ""
          https://bücher.example/ä ö?q=ü       | bücher.example | /ä ö        | q=ü
          https://example.com/100%/x%zz        | example.com   | /100%/x%zz   | ""
          https:///docs                        | ""            | /docs        | ""
          " https://example.com/docs "         | example.com   | /docs        | ""
          //example.com/docs?a=1               | example.com   | /docs        | a=1
          /docs?a=1                            | ""            | /docs        | a=1
          /login?next=https://evil.example/x   | ""            | /login       | next=https://evil.example/x
          /proxy/https://evil.example/x        | ""            | /proxy/https://evil.example/x | ""
          docs/page                            | ""            | docs/page    | ""
          example.com/docs                     | ""            | example.com/docs | ""
          ?a=1                                 | ""            | ""           | a=1
          #top                                 | ""            | ""           | ""
          mailto:me@example.com?subject=a      | ""            | mailto:me@example.com | subject=a
          javascript:void(0)                   | ""            | javascript:void(0) | ""
          about:blank                          | ""            | about:blank  | ""
          example.com:8080/docs                | ""            | example.com:8080/docs | ""
          file:///home/me/index.html           | ""            | /home/me/index.html | ""
          android-app://com.example.app/       | com.example.app | /          | ""
          ://example.com/docs                  | ""            | ://example.com/docs | ""
          " "                                  | ""            | ""           | ""
          """)
  void takesAddressesApart(String url, String hostname, String path, String query) {
    assertThat(PageParser.parse(url)).isEqualTo(new Page(hostname, path, query));
  }

  @Test
  void knowsNothingOfAnAbsentAddress() {
    assertThat(PageParser.parse(null)).isEqualTo(Page.NONE);
  }
}

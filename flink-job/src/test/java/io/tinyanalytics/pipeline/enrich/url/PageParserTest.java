package io.tinyanalytics.pipeline.enrich.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.Page;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          https://example.com/docs?a=1&b=2     | example.com     | /docs        | a=1&b=2
          https://example.com                  | example.com     | /            | ""
          https://example.com?a=1              | example.com     | /            | a=1
          https://example.com#top              | example.com     | /            | ""
          https://example.com/docs#top?no=1    | example.com     | /docs        | ""
          https://example.com/docs?a=1#top     | example.com     | /docs        | a=1
          https://example.com/docs?            | example.com     | /docs        | ""
          https://example.com/a?b?c            | example.com     | /a           | b?c
          HTTPS://WWW.Example.COM/Docs         | www.example.com | /Docs        | ""
          https://example.com:8443/docs        | example.com     | /docs        | ""
          https://example.com:/docs            | example.com     | /docs        | ""
          https://user:pa@ss@example.com/docs  | example.com     | /docs        | ""
          https://user@example.com:80          | example.com     | /            | ""
          " https://example.com/docs "         | example.com     | /docs        | ""
          https:\\\\example.com\\docs          | example.com     | /docs        | ""
          https:/example.com/docs              | example.com     | /docs        | ""
          https:example.com/docs               | example.com     | /docs        | ""
          https:///example.com/docs            | example.com     | /docs        | ""
          "ht\ttps://exam\nple.com/do\r\ncs"   | example.com     | /docs        | ""
          ws://example.com/feed                | example.com     | /feed        | ""
          """)
  void takesAddressesApart(String url, String hostname, String path, String query) {
    assertThat(PageParser.parse(url)).isEqualTo(new Page(hostname, path, query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/p",
        "https://shop.example/p?utm_source=x",
        "https://shop.example/p?fbclid=1",
        "https://shop.example/p?gclid=2",
        "https://shop.example/p#reviews",
        "https://shop.example/p?",
        "https://shop.example/p?#",
        "https://SHOP.Example/p",
        "http://shop.example:443/p",
        "https://user:secret@shop.example/p",
        "https://shop.example/./p",
        "https://shop.example/a/../p",
        "https://shop.example/%2E/p",
        "https:\\\\shop.example\\p",
        "//shop.example/p",
        " https://shop.example/p\n"
      })
  void knowsOnePageHoweverItIsWritten(String url) {
    Page page = PageParser.parse(url);

    assertThat(page.hostname()).isEqualTo("shop.example");
    assertThat(page.path()).isEqualTo("/p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          bücher.example             | xn--bcher-kva.example
          BÜCHER.example             | xn--bcher-kva.example
          xn--bcher-kva.example      | xn--bcher-kva.example
          XN--BCHER-KVA.example      | xn--bcher-kva.example
          b%C3%BCcher.example        | xn--bcher-kva.example
          bu\u0308cher.example       | xn--bcher-kva.example
          bü\u00ADcher.example       | xn--bcher-kva.example
          straße.example             | xn--strae-oqa.example
          ＥＸＡＭＰＬＥ．com        | example.com
          日本語。jp                 | xn--wgv71a119e.jp
          ☃.example                  | xn--n3h.example
          exam%70le.com              | example.com
          example.com.               | example.com.
          a..b                       | a..b
          a_b.-c-.example            | a_b.-c-.example
          ab--cd.example             | ab--cd.example
          localhost:3000             | localhost
          LOCALHOST                  | localhost
          192.168.0.1                | 192.168.0.1
          192.168.0.1.               | 192.168.0.1
          0xC0.0250.1                | 192.168.0.1
          192.168.1                  | 192.168.0.1
          3232235521                 | 192.168.0.1
          0xffffffff                 | 255.255.255.255
          0x.0                       | 0.0.0.0
          １９２.168.0.1             | 192.168.0.1
          1.example                  | 1.example
          0x1.example                | 0x1.example
          [2001:DB8::1]:8443         | [2001:db8::1]
          [2001:db8:0:0:0:0:0:1]     | [2001:db8::1]
          [2001:db8:0:1:0:0:0:1]     | [2001:db8:0:1::1]
          [1:0:0:2:3:0:0:4]          | [1::2:3:0:0:4]
          [1:2:3:4:5:6:0:8]          | [1:2:3:4:5:6:0:8]
          [::ffff:192.168.0.1]       | [::ffff:c0a8:1]
          [::]                       | [::]
          [1::]                      | [1::]
          """)
  void tellsHostsAsBrowsersDo(String host, String hostname) {
    assertThat(PageParser.parse("https://" + host + "/docs"))
        .isEqualTo(new Page(hostname, "/docs", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exa mple.com",
        "exa%20mple.com",
        "exa%00mple.com",
        "exa<mple.com",
        "exa^mple.com",
        "exa|mple.com",
        "exa%mple.com",
        "xn--",
        "xn--a",
        "xn--a.example",
        "\u00AD",
        "a\u200Db.example",
        "256.1",
        "1.2.3.4.5",
        "1.2.3.08",
        "4294967296",
        "99999999999999999999",
        "example.0x1g.1",
        "[2001:db8::1",
        "[::1.2.3]",
        "[::1.2.3.04]",
        "[::1.2.3.256]",
        "[1:2:3:4:5:6:7]",
        "[1:2:3:4:5:6:7:8:9]",
        "[1:2:3:4:5:6:7:8::]",
        "[1::2::3]",
        "[:1::2]",
        "[12345::]",
        "[g::]",
        "[]",
        "user@",
        ":80"
      })
  void tellsThePathBehindAHostThatIsNone(String host) {
    assertThat(PageParser.parse("https://" + host + "/docs?a=1"))
        .isEqualTo(new Page("", "/docs", "a=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"port", "99999", "-1", "80x"})
  void tellsTheHostBeforeAPortThatIsNone(String port) {
    assertThat(PageParser.parse("https://example.com:" + port + "/docs"))
        .isEqualTo(new Page("example.com", "/docs", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '¨',
      textBlock =
          """
          /                    → /
          /a//b/               → /a//b/
          /caf%C3%A9/%c3%a9    → /caf%C3%A9/%c3%a9
          /café                → /caf%C3%A9
          /\uD83D\uDE42         → /%F0%9F%99%82
          /\uD83D              → /%EF%BF%BD
          /a b                 → /a%20b
          /"<>^{}`             → /%22%3C%3E%5E%7B%7D%60
          /~!$&'()*+,;=:@|[]   → /~!$&'()*+,;=:@|[]
          /100%/x%zz/%         → /100%/x%zz/%
          /%41%2F              → /%41%2F
          /a/./b               → /a/b
          /a/../b              → /b
          /a/b/..              → /a/
          /a/.                 → /a/
          /..                  → /
          /../../a             → /a
          /a/%2e%2E/b          → /b
          /a/.%2E/b            → /b
          /a/%2e               → /a/
          /.well-known/x       → /.well-known/x
          /...                 → /...
          /..a/b..             → /..a/b..
          \\a\\..\\b              → /b
          /proxy/https://a.b/c → /proxy/https://a.b/c
          /\u007F\u0001x        → /%7F%01x
          """)
  void writesPathsAsBrowsersDo(String written, String path) {
    assertThat(PageParser.parse("https://example.com" + written + "?q"))
        .isEqualTo(new Page("example.com", path, "q"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          //example.com/docs?a=1               | example.com     | /docs        | a=1
          \\\\example.com\\docs                | example.com     | /docs        | ""
          /docs?a=1                            | ""              | /docs        | a=1
          /a/../docs                           | ""              | /docs        | ""
          /login?next=https://evil.example/x   | ""              | /login       | next=https://evil.example/x
          /proxy/https://evil.example/x        | ""              | /proxy/https://evil.example/x | ""
          docs/ä page                          | ""              | docs/%C3%A4%20page | ""
          example.com/docs                     | ""              | example.com/docs | ""
          ../docs                              | ""              | ../docs      | ""
          ?a=1                                 | ""              | ""           | a=1
          "#top"                               | ""              | ""           | ""
          ://example.com/docs                  | ""              | ://example.com/docs | ""
          " "                                  | ""              | ""           | ""
          https:                               | ""              | /            | ""
          https://                             | ""              | /            | ""
          https://?a=1                         | ""              | /            | a=1
          """)
  void tellsWhatCanBeToldOfTheRest(String url, String hostname, String path, String query) {
    assertThat(PageParser.parse(url)).isEqualTo(new Page(hostname, path, query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          android-app://com.Example.app/       | com.Example.app | /            | ""
          android-app://com.Example.app        | com.Example.app | ""           | ""
          app://bücher:80/a\\b/../c            | b%C3%BCcher     | /c           | ""
          app://a b/c                          | ""              | /c           | ""
          app:/a/./b                           | ""              | /a/b         | ""
          app://[::0001]/                      | [::1]           | /            | ""
          mailto:me@example.com?subject=a      | ""              | me@example.com | subject=a
          javascript:void(0)                   | ""              | void(0)      | ""
          about:blank                          | ""              | blank        | ""
          example.com:8080/docs                | ""              | 8080/docs    | ""
          file:///home/me/index.html           | ""              | /home/me/index.html | ""
          file://localhost/home/index.html     | ""              | /home/index.html | ""
          file://nas/home/index.html           | nas             | /home/index.html | ""
          file:index.html                      | ""              | /index.html  | ""
          """)
  void readsOtherSchemes(String url, String hostname, String path, String query) {
    assertThat(PageParser.parse(url)).isEqualTo(new Page(hostname, path, query));
  }

  @Test
  void readsAnyTextWithoutComplaint() {
    String symbols = "ah:/\\?#@[]%.0x-\u00FC\uD83D\u0000 ";
    for (int seed = 0; seed < 20_000; seed++) {
      String text =
          new Random(seed)
              .ints(1 + seed % 12, 0, symbols.length())
              .mapToObj(i -> symbols.substring(i, i + 1))
              .collect(Collectors.joining());
      assertThat(PageParser.parse("https://" + text)).isNotNull();
      assertThat(PageParser.parse(text)).isNotNull();
    }
  }

  @Test
  void knowsNothingOfAnAbsentAddress() {
    assertThat(PageParser.parse(null)).isEqualTo(Page.NONE);
  }
}

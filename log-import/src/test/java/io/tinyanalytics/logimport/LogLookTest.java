package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogLookTest {
  private static final String COMMON =
      "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 4711\n";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'' -> EMPTY",
        "' \n\n' -> EMPTY",
        "\u00EF\u00BB\u00BF -> EMPTY",
        "BZh91AY&SY -> BZIP2",
        "PK\u0003\u0004zip -> ZIP",
        "{\"time\":1} -> JSON",
        "'[{\"time\":1},' -> JSON",
        "#Software: Microsoft Internet Information Services -> W3C",
        "#Fields: date time c-ip -> W3C",
        "'[Fri Sep 09 10:42:29.902022 2011] [core:error] [pid 35708] no file' -> ERROR_LOG",
        "'2024/03/05 10:00:00 [error] 7#7: *1 open() failed' -> ERROR_LOG",
        "'Mar  5 10:00:00 web nginx: 203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"' -> SYSLOG",
        "<!DOCTYPE html> -> MARKUP",
        "'<?xml version=\"1.0\"?>' -> MARKUP",
        "'time,url,status' -> OTHER",
        "hello -> OTHER",
        "a\u0000\u0001\u0002bcd -> BINARY",
      })
  void isSeenInTheFirstLines(String text, LogLook look) {
    assertThat(look(text)).isEqualTo(look);
  }

  @Test
  void seesTheCommonLogFormat() {
    assertThat(look(COMMON)).isEqualTo(LogLook.COMMON);
    assertThat(look("\n" + COMMON.replace("4711", "-"))).isEqualTo(LogLook.COMMON);
    assertThat(look("www.example.com:443 " + COMMON)).isEqualTo(LogLook.COMMON);
  }

  @Test
  void seesUtf16() {
    assertThat(LogLook.of(COMMON.getBytes(UTF_16))).isEqualTo(LogLook.UTF_16);
    assertThat(LogLook.of(COMMON.getBytes(UTF_16LE))).isEqualTo(LogLook.UTF_16);
    assertThat(LogLook.of(COMMON.getBytes(UTF_16BE))).isEqualTo(LogLook.UTF_16);
  }

  @Test
  void seesPackedFilesAndArchives() {
    assertThat(look("\u00FD7zXZ\0\0")).isEqualTo(LogLook.XZ);
    assertThat(look("(\u00B5/\u00FD")).isEqualTo(LogLook.ZSTD);
    assertThat(look("\u0089PNG\r\n\u001a\n\0\0\0")).isEqualTo(LogLook.BINARY);
    assertThat(look("\u0004\"M\u0018@")).isEqualTo(LogLook.LZ4);
    assertThat(look("access.log" + "\0".repeat(247) + "ustar")).isEqualTo(LogLook.TAR);
  }

  @Test
  void isToldInOneSentence() {
    assertThat(LogLook.JSON.sentence("access.json"))
        .isEqualTo(
            "access.json cannot be imported: it looks like JSON lines; let the web server log in"
                + " the combined format.");
  }

  private static LogLook look(String text) {
    return LogLook.of(text.getBytes(ISO_8859_1));
  }
}

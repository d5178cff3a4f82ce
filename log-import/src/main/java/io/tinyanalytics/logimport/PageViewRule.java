package io.tinyanalytics.logimport;

import java.util.List;

/**
 * Which requests count as the view of a page: a GET that was answered 2xx or 304, for a path whose
 * last segment does not end like a file that pages are made of or that only programs read.
 */
final class PageViewRule {
  private static final List<String> NO_PAGES =
      List.of(
          (".css .js .mjs .map .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .woff .woff2 .ttf"
                  + " .eot .otf .mp4 .webm .mp3 .json .xml .txt .rss .atom .pdf .zip .gz")
              .split(" "));

  private PageViewRule() {}

  static boolean isPageView(AccessLogEntry entry) {
    return entry.method().equals("GET")
        && isAnswered(entry.status())
        && NO_PAGES.stream().noneMatch(lastSegment(entry.target())::endsWith);
  }

  private static boolean isAnswered(int status) {
    return status / 100 == 2 || status == 304;
  }

  private static String lastSegment(String target) {
    int query = target.indexOf('?');
    var path = query < 0 ? target : target.substring(0, query);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package io.tinyanalytics.pipeline.enrich.agent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Apps that show pages in a built-in browser. Each has one name in reports, on all systems. */
final class Apps {

  private static final List<App> APPS =
      List.of(
          app("messenger", "\\[FB(?:AN|_IAB)/(?:Messenger|Orca)", "FBAV/(\\d+)"),
          app("facebook", "\\[FB(?:AN|_IAB|AV)/", "FBAV/(\\d+)"),
          app("instagram", "Instagram \\d", "Instagram (\\d+)"),
          app("threads", "Barcelona \\d", "Barcelona (\\d+)"),
          app("linkedin", "\\[LinkedInApp\\]", "\\[LinkedInApp\\]/(\\d+)"),
          app(
              "tiktok",
              "musical_ly|trill_\\d|BytedanceWebview|TikTok",
              "(?:app_version/|musical_ly_|trill_|TikTok[ /])(\\d+)\\."),
          app("snapchat", "Snapchat/", "Snapchat/(\\d+)"),
          app("pinterest", "\\[Pinterest/|Pinterest for ", "Pinterest(?: for \\w+)?/(\\d+)"),
          app("google app", "GSA/", "GSA/(\\d+)"),
          app("twitter", "Twitter for |TwitterAndroid", "Twitter for \\w+/(\\d+)"),
          app("wechat", "MicroMessenger/", "MicroMessenger/(\\d+)"),
          app("line", "\\bLine/", "\\bLine/(\\d+)"),
          app("kakaotalk", "KAKAOTALK", "KAKAOTALK[ /](\\d+)\\."),
          app("naver", "NAVER\\(", "NAVER\\([^)]*; (\\d+)\\."),
          app("whatsapp", "WhatsApp/", "WhatsApp/(\\d+)"),
          app("telegram", "Telegram-Android/", "Telegram-Android/(\\d+)"),
          app("reddit", "Reddit/", "Reddit/(?:Version )?(\\d+)\\."),
          app("ecosia", "Ecosia ", "Ecosia \\w+@(\\d+)"),
          app("duckduckgo", "DuckDuckGo/|Ddg/", "(?:DuckDuckGo|Ddg)/(\\d+)"));

  private Apps() {}

  static Optional<App> of(String userAgent) {
    return APPS.stream().filter(app -> app.mark().matcher(userAgent).find()).findFirst();
  }

  private static App app(String word, String mark, String version) {
    return new App(word, Pattern.compile(mark), Pattern.compile(version));
  }

  /**
   * An app.
   *
   * @param word its name in reports
   * @param mark text that only its user agents contain
   * @param version a pattern whose first group is the major version
   */
  record App(String word, Pattern mark, Pattern version) {

    /** The major version; empty if the user agent does not contain it. */
    String versionIn(String userAgent) {
      Matcher matcher = version.matcher(userAgent);
      return matcher.find() ? matcher.group(1) : "";
    }
  }
}

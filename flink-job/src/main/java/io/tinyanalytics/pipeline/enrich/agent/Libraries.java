package io.tinyanalytics.pipeline.enrich.agent;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** HTTP libraries and command-line tools, found by the first product in their user agents. */
final class Libraries {

  private static final Set<String> NAMES =
      Set.of(
          "ahc",
          "aiohttp",
          "apache-httpasyncclient",
          "apache-httpclient",
          "axios",
          "bun",
          "curl",
          "dart",
          "deno",
          "excon",
          "faraday",
          "go-http-client",
          "go-resty",
          "got",
          "guzzlehttp",
          "httpclient",
          "httpie",
          "httpx",
          "hyper",
          "insomnia",
          "jakarta",
          "java",
          "java-http-client",
          "jersey",
          "ktor-client",
          "libcurl",
          "libwww-perl",
          "lua-resty-http",
          "lwp-request",
          "lwp-trivial",
          "mechanize",
          "node",
          "node-fetch",
          "node-superagent",
          "node.js",
          "okhttp",
          "perl",
          "php",
          "postmanruntime",
          "powershell",
          "python",
          "python-httplib2",
          "python-httpx",
          "python-requests",
          "python-urllib",
          "python-urllib3",
          "reactornetty",
          "req",
          "reqwest",
          "rest-client",
          "restsharp",
          "ruby",
          "symfony",
          "typhoeus",
          "undici",
          "unirest-java",
          "ureq",
          "urllib3",
          "wget",
          "wget2",
          "winhttp",
          "www-mechanize",
          "xh",
          "zend_http_client");

  /** This product comes after {@code Mozilla/5.0}, so it is not the first. */
  private static final String POWERSHELL = "WindowsPowerShell";

  private Libraries() {}

  /** The library's name as written in its user agent. */
  static Optional<String> nameOf(Products products) {
    return Stream.concat(
            products.names().stream()
                .limit(1)
                .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT))),
            products.names().stream().filter(POWERSHELL::equals))
        .findFirst();
  }
}

package io.tinyanalytics.pipeline.enrich.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a user agent by the grammar of RFC 9110: products, and comments in parentheses. Text
 * that apps append in brackets is a comment too.
 *
 * @param names the names of the products, without versions and addresses, in order
 * @param comments the texts of the comments, without their outer parentheses, in order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-user-agent">RFC 9110, User-Agent</a>
 */
record Products(List<String> names, List<String> comments) {

  static Products of(String userAgent) {
    StringBuilder outside = new StringBuilder();
    List<String> comments = new ArrayList<>();
    int begin = 0;
    int depth = 0;
    for (int i = 0; i < userAgent.length(); i++) {
      char c = userAgent.charAt(i);
      if (isOpening(c) && depth++ == 0) {
        begin = i + 1;
        outside.append(' ');
      } else if (isClosing(c) && depth > 0 && --depth == 0) {
        comments.add(userAgent.substring(begin, i));
      } else if (depth == 0) {
        outside.append(c);
      }
    }
    if (depth > 0) {
      comments.add(userAgent.substring(begin));
    }
    return new Products(names(outside.toString()), List.copyOf(comments));
  }

  private static List<String> names(String outside) {
    List<String> names = new ArrayList<>();
    for (String product : outside.split("[\\s;,]+", -1)) {
      String name = product.split("/", 2)[0];
      if (!name.isEmpty() && !product.contains("://")) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static boolean isOpening(char c) {
    return c == '(' || c == '[';
  }

  private static boolean isClosing(char c) {
    return c == ')' || c == ']';
  }
}

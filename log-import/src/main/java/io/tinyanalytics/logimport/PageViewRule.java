package io.tinyanalytics.logimport;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests count as the view of a page: a GET that was answered with a whole page, or with
 * the word that the browser has it already, and whose path names no file, or one that is a page.
 */
final class PageViewRule {
  private static final Set<String> PAGE_ENDINGS =
      Set.of(
          ("html htm xhtml shtml php php3 php4 php5 phtml asp aspx jsp jspx jsf do action cgi cfm"
                  + " pl")
              .split(" "));

  private static final Set<Integer> DELIVERED = Set.of(200, 203, 304);

  private final Set<String> pageEndings;

  /**
   * @param more further endings that are pages, in lower case
   */
  PageViewRule(Set<String> more) {
    this.pageEndings = new HashSet<>(PAGE_ENDINGS);
    this.pageEndings.addAll(more);
  }

  /** Why the request is no page view, in a few words; null if it is one. */
  @Nullable String whyNot(AccessLogEntry entry) {
    if (!entry.method().equals("GET")) {
      return entry.method().isEmpty() ? "no HTTP request" : "method " + entry.method();
    }
    if (!DELIVERED.contains(entry.status())) {
      return "status " + entry.status();
    }
    var target = entry.target();
    if (target == null) {
      return "target without a path";
    }
    var ending = FileEnding.of(target.lastSegment());
    return ending == null || pageEndings.contains(ending) ? null : "ending ." + ending;
  }
}

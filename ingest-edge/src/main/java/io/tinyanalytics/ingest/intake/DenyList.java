package io.tinyanalytics.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fragments of user agents whose events are thrown away; letters count alike, large or small. */
public final class DenyList {

  private final List<String> fragments;

  public DenyList(List<String> fragments) {
    this.fragments = List.copyOf(fragments);
  }

  /** Returns the first fragment that the user agent holds; one that is absent holds none. */
  Optional<String> match(@Nullable String userAgent) {
    if (userAgent == null) {
      return Optional.empty();
    }
    String lower = userAgent.toLowerCase(Locale.ROOT);
    return fragments.stream()
        .filter(fragment -> lower.contains(fragment.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}

package io.tinyanalytics.ingest.intake;

import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.service.settings.SettingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fragments of the user agents of bots. Case does not matter, the order does: the first fragment
 * that matches names the bot. A device's own description is not searched, see {@link
 * DeviceComments}.
 */
public final class DenyList {

  private final List<Fragment> fragments;

  /**
   * Takes the fragments that hold more than white space.
   *
   * @throws SettingException if one is too long for the wire
   */
  public DenyList(List<String> fragments) {
    this.fragments =
        fragments.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Fragment::of)
            .toList();
  }

  private record Fragment(String name, String lower) {

    static Fragment of(String name) {
      if (name.length() > EventLimits.NAME_LENGTH) {
        throw new SettingException(
            "BOT_UA_DENYLIST has a fragment of more than "
                + EventLimits.NAME_LENGTH
                + " characters: shorten it.");
      }
      return new Fragment(name, name.toLowerCase(Locale.ROOT));
    }
  }

  /** The fragment that the user agent contains, as the list spells it; empty if there is none. */
  Optional<String> match(@Nullable String userAgent) {
    if (userAgent == null) {
      return Optional.empty();
    }
    String lower = userAgent.toLowerCase(Locale.ROOT);
    return first(lower).isEmpty() ? Optional.empty() : first(DeviceComments.removedFrom(lower));
  }

  private Optional<String> first(String lower) {
    return fragments.stream()
        .filter(fragment -> lower.contains(fragment.lower()))
        .map(Fragment::name)
        .findFirst();
  }
}

package io.tinyanalytics.pipeline.stream;

/**
 * The device that sent an event. All values except the bot's name are in lower case.
 *
 * @param type {@code desktop}, {@code mobile}, {@code tablet}, {@code tv}, {@code other} or {@code
 *     unknown}
 * @param browser such as {@code chrome}, or {@code unknown}
 * @param browserVersion the major version, or empty if unknown
 * @param os such as {@code windows}, {@code macos} or {@code ios}, or {@code unknown}
 * @param osVersion the major version, or empty if unknown; many browsers hide it
 * @param botName the name of the bot that sent the event, or empty if no bot did; the other values
 *     of a bot say nothing
 */
public record Device(
    String type,
    String browser,
    String browserVersion,
    String os,
    String osVersion,
    String botName) {

  /** The device of an event whose user agent is absent or says nothing. */
  public static final Device UNKNOWN = new Device("unknown", "unknown", "", "unknown", "", "");

  /** The device of a bot. Reports must not count its system and its browser, so it has none. */
  public static Device bot(String name) {
    return new Device("other", "unknown", "", "unknown", "", name);
  }

  /** Whether a bot sent the event. */
  public boolean isBot() {
    return !botName.isEmpty();
  }
}

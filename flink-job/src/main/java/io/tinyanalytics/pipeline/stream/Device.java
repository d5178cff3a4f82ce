package io.tinyanalytics.pipeline.stream;

/**
 * What is told of the device that an event came from; all but the bot's name in lower case.
 *
 * @param type {@code desktop}, {@code mobile}, {@code tablet}, {@code tv}, {@code other} or {@code
 *     unknown}
 * @param browser such as {@code chrome}, or {@code unknown}
 * @param browserVersion the major version, or empty if unknown
 * @param os such as {@code windows}, {@code macos} or {@code ios}, or {@code unknown}
 * @param osVersion the major version, or empty if unknown; many browsers hide it
 * @param botName the name of the bot that sent the event, or empty if none did; of a bot nothing
 *     else is told
 */
public record Device(
    String type,
    String browser,
    String browserVersion,
    String os,
    String osVersion,
    String botName) {

  /** Of an event without a user agent that says anything. */
  public static final Device UNKNOWN = new Device("unknown", "unknown", "", "unknown", "", "");

  /**
   * Of a bot: where it runs, and what it says to be besides, is nothing that a report may count.
   */
  public static Device bot(String name) {
    return new Device("other", "unknown", "", "unknown", "", name);
  }

  /** Whether a bot sent the event. */
  public boolean isBot() {
    return !botName.isEmpty();
  }
}

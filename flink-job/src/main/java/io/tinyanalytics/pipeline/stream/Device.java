package io.tinyanalytics.pipeline.stream;

/**
 * What a user agent says about itself, in lower case.
 *
 * @param type {@code desktop}, {@code mobile}, {@code tablet}, {@code tv}, {@code other} or {@code
 *     unknown}
 * @param browser such as {@code chrome}, or {@code unknown}
 * @param browserVersion the major version, or empty if unknown
 * @param os such as {@code windows}, {@code macos} or {@code ios}, or {@code unknown}
 * @param osVersion the major version, or empty if unknown; many browsers hide it
 * @param botName the name of the robot that it admits to be, or empty; of a robot nothing else is
 *     told
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

  /** Whether it admits to be a robot. */
  public boolean isBot() {
    return !botName.isEmpty();
  }
}

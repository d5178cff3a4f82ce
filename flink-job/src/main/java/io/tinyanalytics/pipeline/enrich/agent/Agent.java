package io.tinyanalytics.pipeline.enrich.agent;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.stream.Device;
import org.jspecify.annotations.Nullable;

/**
 * What a user agent and its client hints say. This does not decide whether an event comes from a
 * bot, which depends on the event too: see {@link #sender}.
 *
 * @param kind who uses such a user agent
 * @param name the name that a library or a robot gives itself; empty for a person's browser
 * @param device the device of a person who uses it
 */
public record Agent(Kind kind, String name, Device device) {

  /** Who uses a user agent. */
  public enum Kind {
    /** A browser or an app that a person uses, or an unknown user agent. */
    PERSON,
    /** An HTTP library. The sender is a program, but it may act for a person. */
    LIBRARY,
    /** A program that identifies itself as one. */
    ROBOT
  }

  /** The agent of an event whose user agent is absent or says nothing. */
  public static final Agent UNKNOWN = person(Device.UNKNOWN);

  public Agent {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    requireNonNull(device, "device is null");
  }

  static Agent person(Device device) {
    return new Agent(Kind.PERSON, "", device);
  }

  static Agent library(String name) {
    return new Agent(Kind.LIBRARY, name, Device.UNKNOWN);
  }

  static Agent robot(String name) {
    return new Agent(Kind.ROBOT, name, Device.UNKNOWN);
  }

  /**
   * The device that sent an event with this user agent. The sender is a bot in three cases: the
   * edge's deny list matched, the user agent is a robot's, or the user agent is a library's and the
   * event has no user id.
   *
   * @param denied the fragment of the deny list that matched, or null if none did; it names a bot
   *     that gives itself no name
   * @param namesUser whether the event has a {@code user_id}
   */
  public Device sender(@Nullable String denied, boolean namesUser) {
    boolean bot = kind == Kind.ROBOT || (kind == Kind.LIBRARY && !namesUser);
    if (!bot && denied == null) {
      return device;
    }
    return Device.bot(name.isEmpty() && denied != null ? denied : name);
  }
}

package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A message of {@code events.raw} as bytes. This is what is shuffled from source to admit.
 *
 * @param at its coordinates
 * @param headers its headers, or null if they do not follow the wire contract
 * @param key the event's key; for a message without headers, a number that spreads such messages
 * @param messageKey the key of the message in Kafka, as a number: all events of a person have the
 *     same one
 * @param value its value; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record RawMessage(
    Coordinates at, @Nullable MessageHeaders headers, EventKey key, long messageKey, byte[] value) {

  public RawMessage {
    requireNonNull(at, "at is null");
    requireNonNull(key, "key is null");
    requireNonNull(value, "value is null");
  }
}

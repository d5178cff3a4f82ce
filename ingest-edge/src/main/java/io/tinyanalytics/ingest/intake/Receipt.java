package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one event: accepted under an id, or refused. If it is neither, it was ignored
 * because a bot sent it.
 *
 * @param eventId the id under which Kafka acknowledged it, or null
 * @param refusal why it was refused, or null
 */
public record Receipt(@Nullable String eventId, @Nullable Refusal refusal) {

  static final Receipt IGNORED = new Receipt(null, null);

  public Receipt {
    if (eventId != null && refusal != null) {
      throw new IllegalArgumentException("an event is accepted or refused, not both");
    }
  }

  static Receipt accepted(String eventId) {
    return new Receipt(requireNonNull(eventId, "eventId is null"), null);
  }

  static Receipt refused(Refusal refusal) {
    return new Receipt(null, requireNonNull(refusal, "refusal is null"));
  }

  /** Whether the event was refused for this reason. */
  public boolean isRefusedAs(RefusalCode code) {
    return refusal != null && refusal.code() == code;
  }
}

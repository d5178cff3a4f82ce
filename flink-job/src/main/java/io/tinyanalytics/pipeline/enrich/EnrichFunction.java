package io.tinyanalytics.pipeline.enrich;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.enrich.agent.UserAgentParser;
import io.tinyanalytics.pipeline.enrich.url.PageParser;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.Verdict;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enriches events and passes discards on. If a rule throws for an event, the event becomes a
 * discard: a bug in our code must neither stop the job nor lose the event without a trace.
 */
public final class EnrichFunction extends RichMapFunction<Verdict, EnrichedRow> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(EnrichFunction.class);

  /** Its host needs the Unicode data that the job's jar must contain. */
  private static final String UNICODE_HOST = "https://bücher.example/";

  private transient Enricher enricher;
  private transient EventEncoder encoder;
  private transient Counter errors;

  /** Loads all data now, so that a jar without it fails at the start and not at an event. */
  @Override
  public void open(OpenContext context) {
    PageParser.parse(UNICODE_HOST);
    enricher = new Enricher(UserAgentParser.shared()::parse);
    encoder = new EventEncoder();
    errors = getRuntimeContext().getMetricGroup().counter("pipeline_enrich_errors_total");
  }

  @Override
  public EnrichedRow map(Verdict verdict) {
    RawMessage message = verdict.message();
    RawEvent raw = verdict.event();
    EventRow event = null;
    Discard discard = verdict.discard();
    if (raw != null) {
      try {
        event = encoder.encode(enricher.enrich(raw), message.key().high());
      } catch (RuntimeException e) {
        LOG.error("Cannot enrich the event at {}", message.at(), e);
        errors.inc();
        discard = internalError(raw, e);
      }
    }
    return new EnrichedRow(message.at(), message.messageKey(), verdict.stored(), event, discard);
  }

  private static Discard internalError(RawEvent raw, RuntimeException e) {
    String detail = e.getClass().getName();
    return new Discard(
        DiscardReason.INTERNAL_ERROR,
        detail,
        raw.event().siteId(),
        raw.eventId(),
        EventJson.write(raw));
  }
}

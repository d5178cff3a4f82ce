package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** What JSON may look like here; its limits protect the memory of whoever reads it. */
final class JsonSyntax {

  /** For what clients post. */
  static final JsonFactory CLIENTS =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(EventLimits.NESTING)
                  .maxNumberLength(64)
                  .maxNameLength(EventLimits.NAME_LENGTH)
                  .maxStringLength(EventLimits.EVENT_BYTES)
                  .build())
          .build();

  /** Does not look for names that stand twice, which is a fifth of the cost of reading. */
  static final JsonFactory MESSAGES =
      CLIENTS.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonSyntax() {}
}

package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** The accepted JSON syntax. Its limits protect the memory of the reader. */
final class JsonSyntax {

  /** For JSON that clients post. */
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

  /**
   * For messages. It does not check for duplicate names, because that is a fifth of the cost of
   * reading.
   */
  static final JsonFactory MESSAGES =
      CLIENTS.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonSyntax() {}
}

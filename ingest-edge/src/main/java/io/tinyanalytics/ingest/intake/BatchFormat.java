package io.tinyanalytics.ingest.intake;

import io.tinyanalytics.event.BatchItem;
import io.tinyanalytics.event.EventFormatException;
import java.util.List;

/** The format of a batch. */
@FunctionalInterface
public interface BatchFormat {

  /** Reads the events in order. Fails if the body is not a batch. */
  List<BatchItem> read(byte[] body) throws EventFormatException;
}

package io.tinyanalytics.ingest.intake;

import io.tinyanalytics.event.BatchItem;
import io.tinyanalytics.event.EventFormatException;
import java.util.List;

/** How a batch is written. */
@FunctionalInterface
public interface BatchFormat {

  /** Reads the events in order, or fails if the body is no batch. */
  List<BatchItem> read(byte[] body) throws EventFormatException;
}

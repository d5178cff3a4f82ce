package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.VisitChange;

/** The columns that say what an event changed in its visit. */
final class VisitColumns {

  private final Column visitId;
  private final Column visitDate;
  private final Column visitBegan;
  private final Column visitStarted;
  private final Column visitEngaged;
  private final Column visitMillis;
  private final Column visitEntered;
  private final Column entryPath;
  private final Column leftPath;
  private final Column visitorFirst;
  private final Column sourceFirst;
  private final Column pageFirst;

  /** Adds the columns to a block. */
  VisitColumns(NativeBlock block) {
    visitId = block.uint64("visit_id");
    visitDate = block.day("visit_date");
    visitBegan = block.time("visit_began");
    visitStarted = block.uint8("visit_started");
    visitEngaged = block.uint8("visit_engaged");
    visitMillis = block.uint32("visit_millis");
    visitEntered = block.uint8("visit_entered");
    entryPath = block.text("entry_path");
    leftPath = block.text("left_path");
    visitorFirst = block.uint8("visitor_first");
    sourceFirst = block.uint8("source_first");
    pageFirst = block.uint8("page_first");
  }

  void add(VisitChange change) {
    visitId.int64(change.visitId());
    visitDate.uint16(change.day());
    visitBegan.int64(change.beganMillis());
    visitStarted.bool(change.started());
    visitEngaged.bool(change.engaged());
    visitMillis.uint32(change.millis());
    visitEntered.bool(change.entered());
    entryPath.packed(change.entryPath(), 0, change.entryPath().length);
    leftPath.packed(change.leftPath(), 0, change.leftPath().length);
    visitorFirst.bool(change.firsts().visitor());
    sourceFirst.bool(change.firsts().source());
    pageFirst.bool(change.firsts().page());
  }
}

package io.tinyanalytics.logimport;

import java.util.List;

/**
 * Where an import begins.
 *
 * @param record what to go on from
 * @param superseded records of shorter states of the same log, or of the same log under another
 *     base address: this import sends their lines too, and replaces them when it is done
 * @param forgotten whether lines of this log were sent longer ago than ids are remembered
 */
record ImportStart(ImportRecord record, List<ImportRecord> superseded, boolean forgotten) {
  ImportStart {
    superseded = List.copyOf(superseded);
  }
}

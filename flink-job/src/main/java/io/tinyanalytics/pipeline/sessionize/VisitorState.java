package io.tinyanalytics.pipeline.sessionize;

import java.util.List;

/**
 * What is kept of one visitor.
 *
 * @param nextVisitor the id under which a visit of this visitor went on after midnight; 0 if none
 *     did
 * @param visits at most two of the same kind, bot or not; the one touched last comes last
 * @param days its days; the one touched last comes last
 */
record VisitorState(long nextVisitor, List<Visit> visits, List<VisitorDay> days) {

  static final VisitorState NEW = new VisitorState(0, List.of(), List.of());
}

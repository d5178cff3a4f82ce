/**
 * A second, plain computation of visits from the messages of the topic. It shares no code with the
 * job: one message after another, maps, loops and text. {@code PlainVisits} has the rule, {@code
 * VisitProof} compares its result with the stored rows.
 */
@NullMarked
package io.tinyanalytics.e2e.visits;

import org.jspecify.annotations.NullMarked;

/**
 * What must hold after a fault run: the ledger against the rows, the rows against Kafka's offsets,
 * the answers against the rows. Each check shows its figures whether it passes or not.
 */
@NullMarked
package io.tinyanalytics.e2e.check;

import org.jspecify.annotations.NullMarked;

/**
 * The checks after a fault run. They compare the ledger with the rows, the rows with Kafka's
 * offsets, and the answers with the rows. Each check shows its figures, whether it passes or not.
 */
@NullMarked
package io.tinyanalytics.e2e.check;

import org.jspecify.annotations.NullMarked;

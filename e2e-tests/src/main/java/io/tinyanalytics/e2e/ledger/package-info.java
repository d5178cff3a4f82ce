/**
 * The load of a fault run: events through the real edge, and the account of them. {@code Load}
 * sends and writes a journal, {@code Ledger} reads it.
 */
@NullMarked
package io.tinyanalytics.e2e.ledger;

import org.jspecify.annotations.NullMarked;

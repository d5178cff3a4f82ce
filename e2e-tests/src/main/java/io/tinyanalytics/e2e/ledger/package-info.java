/**
 * The load of a fault run: it sends events through the real edge and records them. {@code Load}
 * sends events and writes a journal; {@code Ledger} reads it.
 */
@NullMarked
package io.tinyanalytics.e2e.ledger;

import org.jspecify.annotations.NullMarked;

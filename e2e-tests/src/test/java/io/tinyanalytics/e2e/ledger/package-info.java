@NullMarked
package io.tinyanalytics.e2e.ledger;

import org.jspecify.annotations.NullMarked;

/** How a refusal is told: to a caller as JSON, to an operator as one sentence. */
@NullMarked
package io.tinyanalytics.query.errors;

import org.jspecify.annotations.NullMarked;

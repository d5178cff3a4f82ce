/** The offset proof: each message of the topic stands in exactly one row of the store. */
@NullMarked
package io.tinyanalytics.stack.audit;

import org.jspecify.annotations.NullMarked;

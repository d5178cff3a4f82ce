/** The offset proof: each message of the topic is in exactly one row of the store. */
@NullMarked
package io.tinyanalytics.audit;

import org.jspecify.annotations.NullMarked;

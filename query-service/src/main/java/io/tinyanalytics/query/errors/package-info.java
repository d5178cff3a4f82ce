/** Answers errors to callers as JSON. */
@NullMarked
package io.tinyanalytics.query.errors;

import org.jspecify.annotations.NullMarked;

/** The query service: who is wired to whom, and with which settings. */
@NullMarked
package io.tinyanalytics.query;

import org.jspecify.annotations.NullMarked;

/** The query service: how its parts are connected, and their settings. */
@NullMarked
package io.tinyanalytics.query;

import org.jspecify.annotations.NullMarked;

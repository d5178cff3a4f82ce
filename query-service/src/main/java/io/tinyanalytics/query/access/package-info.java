/** Who may read which site's figures. */
@NullMarked
package io.tinyanalytics.query.access;

import org.jspecify.annotations.NullMarked;

/** Reports over HTTP: parameters in, figures or an error out. This package knows no SQL. */
@NullMarked
package io.tinyanalytics.query.reports;

import org.jspecify.annotations.NullMarked;

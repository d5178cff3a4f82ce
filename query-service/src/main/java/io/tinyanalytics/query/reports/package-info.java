/** Reports over HTTP: parameters in, figures or an error out; knows no SQL. */
@NullMarked
package io.tinyanalytics.query.reports;

import org.jspecify.annotations.NullMarked;

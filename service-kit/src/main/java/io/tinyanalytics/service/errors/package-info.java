/** The one catalogue of errors and their JSON. */
@NullMarked
package io.tinyanalytics.service.errors;

import org.jspecify.annotations.NullMarked;

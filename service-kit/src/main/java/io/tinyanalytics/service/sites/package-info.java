/** The sites file: reading it, watching it for changes, and checking keys. */
@NullMarked
package io.tinyanalytics.service.sites;

import org.jspecify.annotations.NullMarked;

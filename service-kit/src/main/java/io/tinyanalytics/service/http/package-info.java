/** What the public ports of all services do alike. */
@NullMarked
package io.tinyanalytics.service.http;

import org.jspecify.annotations.NullMarked;

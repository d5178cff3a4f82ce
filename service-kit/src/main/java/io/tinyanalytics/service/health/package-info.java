/** Health checks of the admin port. */
@NullMarked
package io.tinyanalytics.service.health;

import org.jspecify.annotations.NullMarked;

/** Whether the process lives, and whether its store answers. */
@NullMarked
package io.tinyanalytics.query.health;

import org.jspecify.annotations.NullMarked;

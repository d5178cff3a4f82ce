/** Whether the process answers HTTP. */
@NullMarked
package io.tinyanalytics.query.health;

import org.jspecify.annotations.NullMarked;

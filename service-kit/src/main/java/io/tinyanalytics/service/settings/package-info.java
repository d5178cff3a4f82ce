/** Settings from the environment, and the one sentence about a setting that cannot work. */
@NullMarked
package io.tinyanalytics.service.settings;

import org.jspecify.annotations.NullMarked;

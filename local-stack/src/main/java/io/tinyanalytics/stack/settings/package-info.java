/** The settings from the environment: ports, folders, and local or external servers. */
@NullMarked
package io.tinyanalytics.stack.settings;

import org.jspecify.annotations.NullMarked;

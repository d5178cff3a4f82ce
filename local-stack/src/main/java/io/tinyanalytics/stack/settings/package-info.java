/** What the environment says: ports, folders and whose servers are used. */
@NullMarked
package io.tinyanalytics.stack.settings;

import org.jspecify.annotations.NullMarked;

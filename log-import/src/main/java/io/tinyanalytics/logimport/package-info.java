/** Access logs of web servers as events: how a line is read, judged, sent and remembered. */
@NullMarked
package io.tinyanalytics.logimport;

import org.jspecify.annotations.NullMarked;

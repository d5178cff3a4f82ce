/** What travels on the edges of the topology, in the order of its stages. */
@NullMarked
package io.tinyanalytics.pipeline.stream;

import org.jspecify.annotations.NullMarked;

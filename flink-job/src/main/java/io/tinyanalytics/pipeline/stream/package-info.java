/** The data types between the stages of the topology, in the order of the stages. */
@NullMarked
package io.tinyanalytics.pipeline.stream;

import org.jspecify.annotations.NullMarked;

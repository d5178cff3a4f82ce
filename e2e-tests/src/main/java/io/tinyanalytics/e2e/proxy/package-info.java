/** A TCP proxy whose connections can be disturbed while they are in use. */
@NullMarked
package io.tinyanalytics.e2e.proxy;

import org.jspecify.annotations.NullMarked;

/** What every service has: its command line, its settings file and tasks that repeat. */
@NullMarked
package io.tinyanalytics.service;

import org.jspecify.annotations.NullMarked;

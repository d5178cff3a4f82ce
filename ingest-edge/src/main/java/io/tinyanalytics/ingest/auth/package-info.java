/** Authenticates senders: sites, their keys and their signatures. */
@NullMarked
package io.tinyanalytics.ingest.auth;

import org.jspecify.annotations.NullMarked;

package io.tinyanalytics.query.access;

import io.tinyanalytics.service.sites.SiteKey;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a site's figures.
 *
 * @param readKey the key that permits reading; null if there is none
 * @param publicStats whether everyone may read them
 */
record Site(@Nullable SiteKey readKey, boolean publicStats) {}

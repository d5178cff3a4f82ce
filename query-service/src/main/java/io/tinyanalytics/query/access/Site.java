package io.tinyanalytics.query.access;

import io.tinyanalytics.service.sites.SiteKey;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a site's figures.
 *
 * @param readKey lets its holder read them; null if no key does
 * @param publicStats whether everybody may
 */
record Site(@Nullable SiteKey readKey, boolean publicStats) {}

package io.tinyanalytics.query.access;

import io.tinyanalytics.service.sites.SiteKey;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the query service needs to know about a site.
 *
 * @param readKey the key that permits reading; null if there is none
 * @param publicStats whether everyone may read its figures
 * @param zone the time zone in which its days begin and end
 */
record Site(@Nullable SiteKey readKey, boolean publicStats, ZoneId zone) {}

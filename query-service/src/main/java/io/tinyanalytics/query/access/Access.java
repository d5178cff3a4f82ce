package io.tinyanalytics.query.access;

/** What a request may do with one site's figures. */
public enum Access {
  /** Everybody may read them, and shared caches may keep them. */
  PUBLIC,
  /** The caller showed the site's own read key: for this caller alone. */
  PRIVATE,
  /** No key or a wrong one, whether the site exists or not. */
  INVALID_KEY,
  /** The read key of another site, whether the asked one exists or not. */
  FORBIDDEN_SITE
}

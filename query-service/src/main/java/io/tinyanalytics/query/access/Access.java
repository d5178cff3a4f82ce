package io.tinyanalytics.query.access;

/** What a caller may do with one site's figures. */
public enum Access {
  /** Everyone may read them, and shared caches may store them. */
  PUBLIC,
  /** The caller sent the site's read key and may read them. */
  PRIVATE,
  /** The caller sent no key or an unknown one. The site may exist or not. */
  INVALID_KEY,
  /** The caller sent another site's read key. The site asked for may exist or not. */
  FORBIDDEN_SITE
}

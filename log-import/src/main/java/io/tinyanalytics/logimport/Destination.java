package io.tinyanalytics.logimport;

import java.nio.file.Path;

/**
 * Where page views go to.
 *
 * @param edge the edge's address, without a last slash
 * @param siteId the site that they belong to; empty in a dry run that names none
 * @param sites the sites file with the site's keys
 */
record Destination(String edge, String siteId, Path sites) {}

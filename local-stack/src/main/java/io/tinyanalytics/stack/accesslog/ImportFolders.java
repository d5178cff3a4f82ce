package io.tinyanalytics.stack.accesslog;

import java.nio.file.Path;

/**
 * What relative paths are relative to; both absolute.
 *
 * @param caller for those of the command line: where the command was given
 * @param repository for those of the environment
 */
record ImportFolders(Path caller, Path repository) {}

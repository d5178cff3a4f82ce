package io.tinyanalytics.logimport;

/** The import cannot go on; the message is a sentence that says why and what to do. */
final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  ImportException(String message) {
    super(message);
  }
}

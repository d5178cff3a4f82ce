package io.tinyanalytics.ingest.settings;

/** A setting that cannot work; its message is one sentence that says what to change. */
public final class SettingException extends RuntimeException {

  public SettingException(String sentence) {
    super(sentence, null, false, false);
  }
}

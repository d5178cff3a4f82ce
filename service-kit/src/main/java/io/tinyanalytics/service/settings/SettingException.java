package io.tinyanalytics.service.settings;

/** A setting that cannot work. The message is one sentence that says what to change. */
public final class SettingException extends RuntimeException {

  public SettingException(String sentence) {
    super(sentence, null, false, false);
  }
}

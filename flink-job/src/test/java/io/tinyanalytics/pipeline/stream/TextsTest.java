package io.tinyanalytics.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 100_000})
  void givesBackTextOfAnyLengthBesideOthers(int length) {
    String text = "ü".repeat(length);
    byte[] packed = new Texts().add("before").add(text).add("after").pack();

    assertThat(Texts.text(packed, 0)).isEqualTo("before");
    assertThat(Texts.text(packed, 1)).isEqualTo(text);
    assertThat(Texts.text(packed, 2)).isEqualTo("after");
    assertThat(Texts.end(packed, Texts.start(packed, 2))).isEqualTo(packed.length);
  }

  @Test
  void takesNullAsEmpty() {
    assertThat(Texts.text(new Texts().add(null).pack(), 0)).isEmpty();
  }

  @Test
  void cutsOneTextOut() {
    byte[] packed = new Texts().add("a").add("path").pack();

    assertThat(Texts.slice(packed, 1)).isEqualTo(new Texts().add("path").pack());
  }

  @Test
  void beginsAnewAfterEachPack() {
    Texts texts = new Texts();
    byte[] first = texts.add("first").pack();

    assertThat(texts.add("second").pack()).isEqualTo(new Texts().add("second").pack());
    assertThat(Texts.text(first, 0)).isEqualTo("first");
  }
}

package io.tinyanalytics.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NoncesTest {

  private static final long NOON = 1_700_000_000;

  private long now = NOON;
  private final Nonces nonces = new Nonces(() -> Instant.ofEpochSecond(now), 3);

  @Test
  void takesEachNonceOnceForEachSecret() {
    assertThat(nonces.use("secret", "nonce", NOON)).isTrue();
    assertThat(nonces.use("secret", "nonce", NOON)).isFalse();
    assertThat(nonces.use("secret", "nonce", NOON + 1)).isFalse();
    assertThat(nonces.use("other", "nonce", NOON)).isTrue();
    assertThat(nonces.use("secret", "other", NOON)).isTrue();
  }

  @Test
  void countsFiveMinutesToEitherSide() {
    now = NOON + 1000;

    assertThat(nonces.isTimely(now - 300)).isTrue();
    assertThat(nonces.isTimely(now - 301)).isFalse();
    assertThat(nonces.isTimely(now + 300)).isTrue();
    assertThat(nonces.isTimely(now + 301)).isFalse();
  }

  @Test
  void countsNoTimeBeforeItsStart() {
    assertThat(nonces.isTimely(NOON)).isTrue();
    assertThat(nonces.isTimely(NOON - 1)).isFalse();
  }

  @Test
  void forgetsANonceOnlyWhenItsTimeNoLongerCounts() {
    nonces.use("secret", "ahead", NOON + 300);
    now = NOON + 600;
    assertThat(nonces.use("secret", "ahead", NOON + 300)).isFalse();

    now = NOON + 601;
    assertThat(nonces.isTimely(NOON + 300)).isFalse();
    assertThat(nonces.use("secret", "ahead", now)).as("its name is free again").isTrue();
  }

  @Test
  void countsOldTimesNoLongerWhenThereAreTooManyToRemember() {
    nonces.use("secret", "a", NOON);
    nonces.use("secret", "b", NOON + 1);
    nonces.use("secret", "c", NOON + 2);
    nonces.use("secret", "d", NOON + 3);

    assertThat(nonces.use("secret", "a", NOON)).isFalse();
    assertThat(nonces.isTimely(NOON)).isFalse();
    assertThat(nonces.isTimely(NOON + 1)).isTrue();
    assertThat(nonces.use("secret", "b", NOON + 1)).isFalse();
  }
}

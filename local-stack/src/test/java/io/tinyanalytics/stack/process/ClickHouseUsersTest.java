package io.tinyanalytics.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClickHouseUsersTest {
  @Test
  void keepsTheAccountThatTheEngineItselfUses() {
    assertThat(ClickHouseUsers.xml(new ClickHouseUser("writer", "<secret>")))
        .contains("<default><password_sha256_hex>")
        .contains("<writer><password_sha256_hex>")
        .doesNotContain("<secret>");
  }

  @Test
  void refusesAPasswordForThatAccount() {
    assertThatThrownBy(() -> ClickHouseUsers.xml(new ClickHouseUser("default", "secret")))
        .hasMessageContaining("name another user in CLICKHOUSE_USER");
  }

  @Test
  void refusesANameThatIsNoName() {
    assertThatThrownBy(() -> new ClickHouseUser("a b", ""))
        .hasMessageStartingWith("CLICKHOUSE_USER must be letters, digits and underscores");
  }
}

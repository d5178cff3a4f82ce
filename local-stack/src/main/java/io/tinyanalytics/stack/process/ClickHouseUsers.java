package io.tinyanalytics.stack.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The users file of the local ClickHouse. The engine's own session uses {@code default} without a
 * password, so that account always exists. Another account is added if the settings name one.
 */
final class ClickHouseUsers {
  private static final String ACCOUNT =
      "    <%1$s><password_sha256_hex>%2$s</password_sha256_hex>"
          + "<networks><ip>::/0</ip></networks>"
          + "<profile>default</profile><quota>default</quota></%1$s>\n";

  private ClickHouseUsers() {}

  static String xml(ClickHouseUser user) {
    var accounts = account(ClickHouseUser.DEFAULT);
    if (!user.name().equals(ClickHouseUser.DEFAULT.name())) {
      accounts += account(user);
    } else if (!user.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The local ClickHouse keeps its user default without a password: name another user in"
              + " CLICKHOUSE_USER, or unset CLICKHOUSE_PASSWORD.");
    }
    return "<clickhouse>\n  <profiles><default/></profiles>\n  <quotas><default/></quotas>\n"
        + "  <users>\n"
        + accounts
        + "  </users>\n</clickhouse>\n";
  }

  private static String account(ClickHouseUser user) {
    return ACCOUNT.formatted(user.name(), sha256(user.password()));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

package io.tinyanalytics.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

  private static final List<String> NETWORKS = List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/33");

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          203.0.113.9    | ''                                   | 203.0.113.9
          203.0.113.9    | 198.51.100.1                         | 203.0.113.9
          10.1.2.3       | ''                                   | 10.1.2.3
          10.1.2.3       | 198.51.100.1                         | 198.51.100.1
          10.1.2.3       | 127.0.0.1, 198.51.100.1              | 198.51.100.1
          10.1.2.3       | 198.51.100.1, 10.9.9.9, 192.0.2.1    | 198.51.100.1
          10.1.2.3       | 198.51.100.1,10.9.9.9:1234           | 198.51.100.1
          10.1.2.3       | 10.9.9.9                             | 10.9.9.9
          10.1.2.3       | 198.51.100.1, unknown                | -
          10.1.2.3       | '198.51.100.1, '                     | 198.51.100.1
          10.1.2.3       | ', , 198.51.100.1,, ,10.9.9.9,'      | 198.51.100.1
          10.1.2.3       | ',,'                                 | 10.1.2.3
          10.1.2.3       | 198.51.100.1, _hidden                | -
          10.1.2.3       | 198.51.100.1:443                     | 198.51.100.1
          10.1.2.3       | 2001:db8:8000::1                     | 2001:db8:8000::1
          10.1.2.3       | [2001:db8:8000::1]                   | 2001:db8:8000::1
          10.1.2.3       | "[2001:db8:8000::1]:443"             | 2001:db8:8000::1
          10.1.2.3       | 198.51.100.1:1:2                     | -
          192.0.2.2      | 198.51.100.1                         | 192.0.2.2
          2001:db8::1    | 2001:db8:8000::1                     | 2001:db8:8000::1
          2001:db8::1    | [2001:db8:8000::1]:443               | 2001:db8:8000::1
          ::ffff:10.1.1.1| 198.51.100.1                         | 198.51.100.1
          """)
  void believeForwardedAddressesUpToTheFirstStranger(
      String peer, String header, @Nullable String client) {
    TrustedProxies proxies = new TrustedProxies(NETWORKS, ForwardedHeader.X_FORWARDED_FOR);

    assertThat(proxies.client(peer, List.of(header))).isEqualTo(address(client));
  }

  @Test
  void readAllLinesOfAHeaderInOrder() {
    TrustedProxies proxies = new TrustedProxies(NETWORKS, ForwardedHeader.X_FORWARDED_FOR);

    assertThat(proxies.client("10.1.2.3", List.of("127.0.0.1", "198.51.100.1, 10.9.9.9")))
        .isEqualTo(address("198.51.100.1"));
    assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1", "", ",", "10.9.9.9, ")))
        .isEqualTo(address("198.51.100.1"));
    assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo(address("10.1.2.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          for=198.51.100.1                                 | 198.51.100.1
          For="198.51.100.1:1234";proto=https              | 198.51.100.1
          proto=https;for="[2001:db8:8000::1]:443"         | 2001:db8:8000::1
          for=127.0.0.1, by=x;for=198.51.100.1, for=10.1.1.1 | 198.51.100.1
          for=_hidden                                      | -
          for="_hidden:_port"                              | -
          for=unknown                                      | -
          for="unknown:80"                                 | -
          for=198.51.100.1;by=203.0.113.43;proto=http      | 198.51.100.1
          for="[2001:db8:8000::1]"                         | 2001:db8:8000::1
          for="2001:db8:8000::1"                           | 2001:db8:8000::1
          for="198.51.100.1:_port"                         | 198.51.100.1
          for="198.51\\.100.1"                             | 198.51.100.1
          FOR = 198.51.100.1                               | -
          ' ,, for=198.51.100.1 , ;, for=10.1.1.1 ; ,'      | -
          ' ,, for=198.51.100.1 , for=10.1.1.1 ; ,'         | 198.51.100.1
          ext="a,b;for=127.0.0.1";for=198.51.100.1         | 198.51.100.1
          ext="a\\",b";for=198.51.100.1                    | 198.51.100.1
          for=";for=198.51.100.1                           | -
          ext=", for=198.51.100.1                          | 198.51.100.1
          ext=", for="[2001:db8:8000::1]:443"              | 2001:db8:8000::1
          ext="\\, for=198.51.100.1                        | 198.51.100.1
          by=198.51.100.1                                  | -
          xfor=198.51.100.1                                | -
          """)
  void readTheHeaderOfTheStandard(String header, @Nullable String client) {
    TrustedProxies proxies = new TrustedProxies(NETWORKS, ForwardedHeader.FORWARDED);

    assertThat(proxies.client("10.1.2.3", List.of(header))).isEqualTo(address(client));
  }

  @Test
  void areNobodyUnlessTheyAreListed() {
    TrustedProxies proxies = new TrustedProxies(List.of(), ForwardedHeader.X_FORWARDED_FOR);

    assertThat(proxies.client("127.0.0.1", List.of("198.51.100.1")))
        .isEqualTo(address("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "::/129", "10/8"})
  void sayWhichNetworkIsNone(String network) {
    assertThatThrownBy(() -> new TrustedProxies(List.of(network), ForwardedHeader.X_FORWARDED_FOR))
        .isInstanceOf(SettingException.class)
        .hasMessage(
            "'" + network + "' is no network: write TRUSTED_PROXIES as 10.0.0.0/8, 2001:db8::/32.");
  }

  @Test
  void tellNetworksByTheirBits() {
    for (int bits = 0; bits <= 32; bits++) {
      Network network = Network.parse("255.255.255.255/" + bits);
      byte[] address = new byte[4];
      Arrays.fill(address, (byte) 0xff);
      assertThat(network.contains(address)).isTrue();
      if (bits > 0) {
        address[(bits - 1) / 8] ^= (byte) (0x80 >>> (bits - 1) % 8);
        assertThat(network.contains(address)).as("/%d", bits).isFalse();
      }
    }
  }

  private static Optional<ClientAddress> address(@Nullable String literal) {
    return Optional.ofNullable(literal).flatMap(ClientAddress::parse);
  }
}

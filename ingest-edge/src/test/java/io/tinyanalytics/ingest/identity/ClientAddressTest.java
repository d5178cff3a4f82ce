package io.tinyanalytics.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9,                             cb007109,         203.0.113.0/24",
    "::ffff:203.0.113.9,                      cb007109,         203.0.113.0/24",
    "::FFFF:cb00:7109,                        cb007109,         203.0.113.0/24",
    "2001:db8:1:2:3:4:5:6,                    20010db800010002, 2001:db8:1::/48",
    "2001:0DB8:0001:0002::1,                  20010db800010002, 2001:db8:1::/48",
    "2001:db8::,                              20010db800000000, 2001:db8::/48",
    "::1,                                     0000000000000000, ::/48"
  })
  void readsAllSpellingsOfAnAddressAsOne(String literal, String network, String prefix) {
    ClientAddress address = ClientAddress.parse(literal).orElseThrow();

    assertThat(HexFormat.of().formatHex(address.network())).isEqualTo(network);
    assertThat(address.prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "example.com",
        "",
        " 203.0.113.9",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.9:80",
        "[::1]",
        "fe80::1%eth0",
        "3405803785",
        "0x7f.1"
      })
  void readsNothingElse(String text) {
    assertThat(ClientAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,       7f000001",
    "[2001:db8::1],   20010db800000000",
    "2001:db8::1,     20010db800000000",
    "[fe80::1%eth0],  fe80000000000000",
    "203.0.113.9:80,  cb007109",
    "[2001:db8::1]:8, 20010db800000000",
    "fe80::1%2,       fe80000000000000"
  })
  void readsThePeersAddressAsServersTellIt(String told, String network) {
    ClientAddress address = ClientAddress.ofPeer(told).orElseThrow();

    assertThat(HexFormat.of().formatHex(address.network())).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[]", ":", "[::1", "unknown", "_hidden", "1.2.3.4:5:6"})
  void takesNothingElseFromThem(String told) {
    assertThat(ClientAddress.ofPeer(told)).isEmpty();
  }

  @Test
  void isTheSameAsAnotherOfItsConnection() {
    assertThat(ClientAddress.parse("2001:db8::1"))
        .isEqualTo(ClientAddress.parse("2001:db8::2"))
        .hasSameHashCodeAs(ClientAddress.parse("2001:db8::2"))
        .isNotEqualTo(ClientAddress.parse("2001:db8:0:1::1"));
  }

  @Test
  void cannotBePrinted() {
    assertThat(ClientAddress.parse("203.0.113.9").orElseThrow().toString()).doesNotContain("203");
  }
}

package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 - -                              | 203.0.113.9",
        "203.0.113.9 - jane doe                       | 203.0.113.9",
        "203.0.113.9 -                                | 203.0.113.9",
        "203.0.113.9 identity jane                    | 203.0.113.9",
        "2001:db8::1 - -                              | 2001:db8::1",
        "::1 - -                                      | ::1",
        "::ffff:203.0.113.9 - -                       | ::ffff:203.0.113.9",
        "host.example - -                             | host.example",
        "www.example.com:443 203.0.113.9 - -          | 203.0.113.9",
        "www.example.com:80 203.0.113.9 - jane doe    | 203.0.113.9",
        "www.example.com:443 2001:db8::1 - -          | 2001:db8::1",
        "www.example.com:443 host.example - -         | host.example",
        "localhost:8080 ::1 - -                       | ::1",
        "10.0.0.1:443 203.0.113.9 - -                 | 203.0.113.9",
        "[2001:db8::2]:443 2001:db8::1 - -            | 2001:db8::1",
        "www.example.com 203.0.113.9 - -              | 203.0.113.9",
        "_ 203.0.113.9 - -                            | 203.0.113.9",
        "- 203.0.113.9 - -                            | 203.0.113.9",
        "203.0.113.9:54321 - -                        | 203.0.113.9",
        "[2001:db8::1]:54321 - -                      | 2001:db8::1",
        "[2001:db8::1] - -                            | 2001:db8::1",
        "203.0.113.9, 10.0.0.1 - -                    | 203.0.113.9",
        "203.0.113.9, 10.0.0.1, 10.0.0.2 - -          | 203.0.113.9",
        "2001:db8::1, 10.0.0.1 - -                    | 2001:db8::1",
        "www.example.com:443 203.0.113.9, 10.0.0.1 - - | 203.0.113.9",
        "- - -                                        | -",
        "unix: - -                                    | unix:",
      })
  void findsTheClient(String fields, String address) {
    assertThat(ClientAddress.in(fields)).isEqualTo(address);
  }
}

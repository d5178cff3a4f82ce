package io.tinyanalytics.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a visitor comes from the sender's headers, and which from the event. */
final class VisitorTest {

  private static final ClientHints HINTS = new ClientHints("\"Chromium\"", "?0", "\"Linux\"");

  private static final Visitor SENDER =
      new Visitor(address("192.0.2.1"), "python-requests/2.32", HINTS, "en", true);

  /** The sender's address is 192.0.2.1, its user agent python-requests/2.32. */
  @ParameterizedTest(name = "trusted {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      textBlock =
          """
          false |                                                   | 192.0.2.1   | python-requests/2.32 | headers
          false | 'user_id':'u'                                     | 192.0.2.1   | python-requests/2.32 | headers
          false | 'ip':''                                           | 192.0.2.1   | python-requests/2.32 | headers
          false | 'user_agent':''                                   | 192.0.2.1   | python-requests/2.32 | headers
          true  |                                                   | 192.0.2.1   | python-requests/2.32 | headers
          true  | 'ip':null,'user_agent':null                       | 192.0.2.1   | python-requests/2.32 | headers
          true  | 'user_id':''                                      | 192.0.2.1   | python-requests/2.32 | headers
          true  | 'user_id':'u'                                     | none        | python-requests/2.32 | headers
          true  | 'ip':'203.0.113.9'                                | 203.0.113.9 | none                 | none
          true  | 'ip':' 203.0.113.9 '                              | 203.0.113.9 | none                 | none
          true  | 'ip':'203.0.113.9','user_id':'u'                  | 203.0.113.9 | none                 | none
          true  | 'ip':'203.0.113.9','user_agent':''                | 203.0.113.9 | none                 | none
          true  | 'ip':'203.0.113.9','user_agent':' '               | 203.0.113.9 | none                 | none
          true  | 'ip':'203.0.113.9','user_agent':'Safari'          | 203.0.113.9 | Safari               | none
          true  | 'ip':'203.0.113.9','user_agent':'Safari','user_id':'u' | 203.0.113.9 | Safari          | none
          true  | 'user_agent':'Safari'                             | none        | Safari               | none
          true  | 'user_agent':'Safari','user_id':'u'               | none        | Safari               | none
          true  | 'ip':'','user_agent':'Safari'                     | none        | Safari               | none
          true  | 'ip':''                                           | none        | none                 | none
          true  | 'user_agent':''                                   | none        | none                 | none
          true  | 'ip':'','user_agent':'','user_id':'u'             | none        | none                 | none
          """)
  void isTheSenderUntilATrustedOneSpeaksForAnother(
      boolean trusted,
      @Nullable String fields,
      @Nullable String ip,
      @Nullable String userAgent,
      @Nullable String rest)
      throws Exception {
    Visitor visitor = SENDER.of(event(fields), trusted);

    ClientAddress address = ip == null ? null : address(ip);
    assertThat(visitor)
        .isEqualTo(
            rest == null
                ? new Visitor(address, userAgent, ClientHints.NONE, null, false)
                : new Visitor(address, userAgent, HINTS, "en", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          false | 'ip':'203.0.113.9'                  | NOT_TRUSTED
          false | 'user_agent':'Safari'               | NOT_TRUSTED
          false | 'ip':'','user_agent':'Safari'       | NOT_TRUSTED
          true  | 'ip':'example.com'                  | INVALID_VALUE
          true  | 'ip':'fe80::1%lo'                   | INVALID_VALUE
          true  | 'ip':'203.0.113.9, 198.51.100.1'    | INVALID_VALUE
          """)
  void refusesWhatASenderMayNotGive(boolean trusted, String fields, RefusalCode code)
      throws Exception {
    CollectedEvent event = event(fields);

    assertThatThrownBy(() -> SENDER.of(event, trusted))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private static CollectedEvent event(@Nullable String fields) throws EventFormatException {
    String more = Optional.ofNullable(fields).map(given -> "," + given).orElse("");
    String event = "{'site_id':'s','event_name':'e'" + more + "}";
    return EventJson.readCollected(event.replace('\'', '"').getBytes(UTF_8));
  }

  private static ClientAddress address(String literal) {
    return ClientAddress.parse(literal).orElseThrow();
  }
}

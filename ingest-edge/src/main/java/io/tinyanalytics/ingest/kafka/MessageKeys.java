package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of messages: 64 bits of an HMAC-SHA256 with IP_HASH_SALT. All events of a person
 * have one key, past midnight too, so that Kafka keeps them in order on one partition. The events
 * of a large site spread over all partitions.
 *
 * <p>What is hashed begins with a byte for its kind, and each part follows its length in four
 * bytes. So different inputs are never the same bytes.
 */
final class MessageKeys {

  /** A visitor with an address: site, network and user agent. */
  private static final byte VISITOR = 1;

  /** A person of a sender without address: site and user id. */
  private static final byte USER = 2;

  /** Nobody, such as a visitor who opted out: site and event id. */
  private static final byte NOBODY = 3;

  private final HashFunction hmac;

  MessageKeys(String ipHashSalt) {
    this.hmac = Hashing.hmacSha256(ipHashSalt.getBytes(UTF_8));
  }

  byte[] of(RawEvent raw) {
    ClientEvent event = raw.event();
    Origin origin = raw.origin();
    if (origin.visitorId() != null) {
      return key(VISITOR, event.siteId(), orEmpty(origin.ipPrefix()), orEmpty(origin.userAgent()));
    }
    return origin.ipPrefix() == null && event.userId() != null
        ? key(USER, event.siteId(), event.userId())
        : key(NOBODY, event.siteId(), raw.eventId());
  }

  private byte[] key(byte kind, String... parts) {
    byte[][] encoded = new byte[parts.length][];
    int size = 1;
    for (int i = 0; i < parts.length; i++) {
      encoded[i] = parts[i].getBytes(UTF_8);
      size += Integer.BYTES + encoded[i].length;
    }
    ByteBuffer input = ByteBuffer.allocate(size).put(kind);
    for (byte[] part : encoded) {
      input.putInt(part.length).put(part);
    }
    return Arrays.copyOf(hmac.hashBytes(input.array()).asBytes(), Long.BYTES);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

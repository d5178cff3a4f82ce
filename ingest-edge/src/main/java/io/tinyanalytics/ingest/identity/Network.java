package io.tinyanalytics.ingest.identity;

import com.google.common.net.InetAddresses;
import io.tinyanalytics.service.settings.SettingException;
import java.util.Arrays;

/** A network in the notation 192.0.2.0/24. A single address is a network with one address. */
final class Network {

  private final byte[] prefix;
  private final int bits;

  private Network(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads a network.
   *
   * @throws SettingException if the text is not a network
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!InetAddresses.isInetAddress(address)) {
      throw none(text);
    }
    byte[] bytes = InetAddresses.forString(address).getAddress();
    return new Network(bytes, slash < 0 ? bytes.length * 8 : bits(text, slash, bytes.length * 8));
  }

  private static int bits(String text, int slash, int most) {
    String bits = text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
      throw none(text);
    }
    return Integer.parseInt(bits);
  }

  private static SettingException none(String text) {
    return new SettingException(
        "'" + text + "' is no network: write TRUSTED_PROXIES as 10.0.0.0/8, 2001:db8::/32.");
  }

  boolean contains(byte[] address) {
    int whole = bits / 8;
    if (address.length != prefix.length || !Arrays.equals(address, 0, whole, prefix, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >>> (8 - rest) == 0;
  }
}

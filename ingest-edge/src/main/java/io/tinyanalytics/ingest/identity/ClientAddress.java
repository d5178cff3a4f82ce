package io.tinyanalytics.ingest.identity;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's address as bytes, so that all its spellings are equal. It is never resolved as a host
 * name and cannot be printed.
 *
 * <p>IPv4 written as IPv6 ({@code ::ffff:192.0.2.1}) is IPv4. For other IPv6 addresses, only the
 * first 64 bits count, because devices change the rest.
 */
public final class ClientAddress {

  private static final int IPV6_NETWORK_BYTES = 8;
  private static final int IPV4_PREFIX_BYTES = 3;
  private static final int IPV6_PREFIX_BYTES = 6;

  private final byte[] bytes;

  private ClientAddress(InetAddress address) {
    this.bytes = address.getAddress();
  }

  /** Reads an address as senders write it; empty if it is not an address, such as a host name. */
  public static Optional<ClientAddress> parse(String literal) {
    return InetAddresses.isInetAddress(literal) && literal.indexOf('%') < 0
        ? Optional.of(new ClientAddress(InetAddresses.forString(literal)))
        : Optional.empty();
  }

  /**
   * Reads an address as servers and proxies report it: possibly in brackets, with a zone or with a
   * port.
   */
  public static Optional<ClientAddress> ofPeer(String literal) {
    String bare = bare(literal);
    int zone = bare.indexOf('%');
    return parse(zone < 0 ? bare : bare.substring(0, zone));
  }

  private static String bare(String literal) {
    if (literal.startsWith("[")) {
      int end = literal.indexOf(']');
      return end < 0 ? "" : literal.substring(1, end);
    }
    int colon = literal.indexOf(':');
    return colon == literal.lastIndexOf(':') && colon >= 0 ? literal.substring(0, colon) : literal;
  }

  boolean isIn(Network network) {
    return network.contains(bytes);
  }

  /** The bytes that identify the visitor's connection: all 4, or the first 8 of 16. */
  byte[] network() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES));
  }

  /**
   * The /24 network, or the /48 for IPv6, as text: enough to find the country, too little to
   * identify a person.
   */
  String prefix() {
    boolean four = bytes.length == 4;
    int kept = four ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
    byte[] cut = Arrays.copyOf(Arrays.copyOf(bytes, kept), bytes.length);
    return InetAddresses.toAddrString(address(cut)) + (four ? "/24" : "/48");
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  /** Two addresses are equal if their networks are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientAddress that && Arrays.equals(network(), that.network());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(network());
  }

  @Override
  public String toString() {
    return "ClientAddress";
  }
}

package io.tinyanalytics.ingest.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Finds out who sent a request that came through proxies. It reads the header from its end up to
 * the first address that is not a trusted proxy, because only trusted proxies wrote that part.
 */
public final class TrustedProxies {

  private final List<Network> networks;
  private final ForwardedHeader header;

  /**
   * Sets the trusted proxies.
   *
   * @param networks proxy networks, such as 10.0.0.0/8; empty trusts no proxy
   * @param header the one header that all of them write; any other header could come from a client
   */
  public TrustedProxies(List<String> networks, ForwardedHeader header) {
    this.networks = networks.stream().map(Network::parse).toList();
    this.header = requireNonNull(header, "header is null");
  }

  /** The name of the header that the proxies write. */
  public String headerName() {
    return header.headerName();
  }

  /**
   * The address of the client; empty if it cannot be determined.
   *
   * @param peer the address that opened the connection
   * @param forwarded the values of the header, in order
   */
  public Optional<ClientAddress> client(String peer, List<String> forwarded) {
    Optional<ClientAddress> client = ClientAddress.ofPeer(peer);
    if (networks.isEmpty()) {
      return client;
    }
    List<String> hops = header.hops(forwarded);
    for (int i = hops.size() - 1; i >= 0 && client.filter(this::isProxy).isPresent(); i--) {
      client = ClientAddress.ofPeer(hops.get(i));
    }
    return client;
  }

  private boolean isProxy(ClientAddress address) {
    return networks.stream().anyMatch(address::isIn);
  }
}

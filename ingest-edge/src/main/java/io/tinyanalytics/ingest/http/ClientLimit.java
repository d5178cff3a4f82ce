package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.limits.RateLimits;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import org.jspecify.annotations.Nullable;

/** Limits the requests of one client network before their bodies are read. */
public final class ClientLimit {

  private final RateLimits<ClientAddress> clients;
  private final int perSecond;

  /**
   * Sets the limit.
   *
   * @param perSecond the most requests in the long run; 0 for no limit
   */
  public ClientLimit(RateLimits<ClientAddress> clients, int perSecond) {
    this.clients = requireNonNull(clients, "clients is null");
    this.perSecond = perSecond;
  }

  /** Counts a request, or refuses it. */
  void pass(@Nullable ClientAddress address) throws RefusedException {
    if (address != null && !clients.tryTake(address, perSecond)) {
      throw new RefusedException(
          RefusalCode.RATE_LIMITED, "too many requests from this network; send it again later");
    }
  }
}

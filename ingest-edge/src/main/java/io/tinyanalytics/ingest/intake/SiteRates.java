package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.auth.Grant;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.limits.RateLimits;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Limits how many events a second each site, and each client network of a site, may send. */
public final class SiteRates {

  private final RateLimits<String> sites;
  private final RateLimits<Client> clients;

  public SiteRates(LongSupplier nanoTime) {
    this.sites = new RateLimits<>(requireNonNull(nanoTime, "nanoTime is null"));
    this.clients = new RateLimits<>(nanoTime);
  }

  private record Client(String siteId, ClientAddress address) {}

  /**
   * Counts one event, or refuses it.
   *
   * @param sender the sender's address, or null if it is not known
   */
  void pass(String siteId, Grant grant, @Nullable ClientAddress sender) throws RefusedException {
    if (!grant.trusted() && sender != null) {
      int limit = grant.policy().clientEventsPerSecond();
      check(clients.tryTake(new Client(siteId, sender), limit), "from this network");
    }
    check(sites.tryTake(siteId, grant.policy().eventsPerSecond()), "for this site");
  }

  private static void check(boolean passes, String whose) throws RefusedException {
    if (!passes) {
      throw new RefusedException(
          RefusalCode.RATE_LIMITED, "too many events " + whose + "; send it again later");
    }
  }
}

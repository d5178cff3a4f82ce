package io.tinyanalytics.query.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Reports that this process answers HTTP, and nothing about ClickHouse: restarting the service
 * because its store is down would only prolong the outage. The health check on the admin port
 * queries the store.
 */
@Path("/healthz")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthzResource {

  /** The body of the response. */
  public record Health(String status) {}

  @GET
  public Health health() {
    return new Health("ok");
  }
}

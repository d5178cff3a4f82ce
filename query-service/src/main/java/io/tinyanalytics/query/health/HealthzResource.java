package io.tinyanalytics.query.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Says that this process answers HTTP, and nothing of ClickHouse: a supervisor that restarted the
 * service because its store is away would only lengthen the outage. Whether the store answers is
 * {@link ClickHouseHealthCheck}'s to say, on the admin port.
 */
@Path("/healthz")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthzResource {

  /** The body of the answer. */
  public record Health(String status) {}

  @GET
  public Health health() {
    return new Health("ok");
  }
}

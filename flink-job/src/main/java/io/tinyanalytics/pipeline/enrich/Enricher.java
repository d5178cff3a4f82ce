package io.tinyanalytics.pipeline.enrich;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.enrich.agent.Agent;
import io.tinyanalytics.pipeline.enrich.url.CampaignParser;
import io.tinyanalytics.pipeline.enrich.url.PageParser;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.Page;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Derives facts about an event from its own text. The same event always gives the same facts. */
final class Enricher {

  private final Function<Origin, Agent> agents;

  Enricher(Function<Origin, Agent> agents) {
    this.agents = agents;
  }

  EnrichedEvent enrich(RawEvent raw) {
    ClientEvent event = raw.event();
    Page page = PageParser.parse(event.url());
    Campaign campaign = CampaignParser.parse(page.query());
    return new EnrichedEvent(
        raw,
        page,
        campaign,
        source(campaign, PageParser.parse(event.referrer()).hostname(), page.hostname()),
        device(event, raw.origin()),
        language(event, raw.origin()));
  }

  private static String source(Campaign campaign, String referrer, String here) {
    if (!campaign.source().isEmpty()) {
      return campaign.source();
    }
    String from = withoutWww(referrer);
    return from.equals(withoutWww(here)) ? "" : from;
  }

  private static String withoutWww(String hostname) {
    return hostname.startsWith("www.") ? hostname.substring("www.".length()) : hostname;
  }

  private Device device(ClientEvent event, Origin origin) {
    boolean namesUser = !orEmpty(event.userId()).isEmpty();
    return agents.apply(origin).sender(origin.botName(), namesUser);
  }

  private static String language(ClientEvent event, Origin origin) {
    String told = orEmpty(event.language());
    return told.isEmpty() ? LanguagePreference.first(orEmpty(origin.acceptLanguage())) : told;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package io.tinyanalytics.service.sites;

import static java.util.Objects.requireNonNull;

import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.tinyanalytics.service.EverySecond;
import io.tinyanalytics.service.settings.SettingException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites of a file that may change while the service runs. A change counts once two looks in a
 * row found the same text, since the file may be half written. A file that cannot work leaves the
 * sites as they were.
 *
 * @param <T> what the service makes of all sites
 */
public final class WatchedSites<T> implements Supplier<T> {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedSites.class);

  private final Supplier<String> text;
  private final Function<String, T> read;
  private @Nullable String judged;
  private @Nullable String seen;
  private volatile T sites;
  private volatile boolean broken;

  /**
   * Reads the file.
   *
   * @throws SettingException if it cannot work
   */
  public <S> WatchedSites(SitesFile<S> file, Function<Map<String, S>, T> sites) {
    requireNonNull(sites, "sites is null");
    this.text = file::text;
    this.read = content -> sites.apply(file.read(content));
    String content = text.get();
    this.judged = content;
    this.seen = content;
    this.sites = read.apply(content);
  }

  /** Looks at the file every second, and shows in a metric whether it can work. */
  public void start(Environment environment, PrometheusRegistry registry) {
    EverySecond.run(environment, "sites-file", this::look);
    GaugeWithCallback.builder()
        .name("sites_file_broken")
        .help("1 while the sites file cannot work and the sites read before it are in force.")
        .constLabels(Labels.of("service", environment.getName()))
        .callback(gauge -> gauge.call(broken ? 1 : 0))
        .register(registry);
  }

  @Override
  public T get() {
    return sites;
  }

  /** Whether the file cannot work, so that the sites read before it are in force. */
  boolean isBroken() {
    return broken;
  }

  /** Looks at the file; one thread at a time may call this. */
  void look() {
    String now = textIfReadable();
    boolean settled = Objects.equals(now, seen);
    seen = now;
    if (settled && !Objects.equals(now, judged)) {
      judged = now;
      judge(now);
    }
  }

  private @Nullable String textIfReadable() {
    try {
      return text.get();
    } catch (SettingException unreadable) {
      return null;
    }
  }

  private void judge(@Nullable String now) {
    try {
      sites = read.apply(now == null ? text.get() : now);
      broken = false;
      LOG.info("The sites file changed and was read again");
    } catch (SettingException wrong) {
      broken = true;
      LOG.warn("The sites stay as they were: {}", wrong.getMessage());
    }
  }
}

package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.dropwizard.lifecycle.Managed;
import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.identity.SaltDates;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The salts of the dates that it is somewhere, and of those before. They are random, the same for
 * all edges, and deleted everywhere when they are no longer needed.
 *
 * <p>An edge that finds no salt for a date in the log proposes one and reads again; the first one
 * in the log counts, so edges that propose at the same time agree. Each edge asks for a salt some
 * minutes before its date begins in the easternmost zone of a site, each at a different time. So
 * usually only one edge proposes, and all know the salt in time. No edge proposes a salt for a date
 * that is past everywhere: such a date no longer has one.
 *
 * <p>The log keeps a salt until 48 hours after its date has begun in the westernmost zone of a
 * site, and so does each edge in memory. An edge hashes with the log's salt and IP_HASH_SALT
 * combined: neither is useful alone.
 */
public final class SaltKeeper implements DailySalts, Managed {

  private static final Logger LOG = LoggerFactory.getLogger(SaltKeeper.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEAST_AHEAD = Duration.ofMinutes(2);
  private static final Duration MOST_AHEAD = Duration.ofMinutes(10);
  private static final int SALT_BYTES = 32;

  private final SaltLog log;
  private final HashFunction ipHashSalt;
  private final Supplier<Set<ZoneId>> zones;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Duration ahead;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread keeper = new Thread(this::keep, "salt-keeper");

  private volatile Map<LocalDate, byte[]> salts = Map.of();
  private boolean complained;

  /**
   * Keeps the salts in the topic of the settings.
   *
   * @param zones the time zones of all sites, as they are now
   */
  public SaltKeeper(
      KafkaSettings settings, String ipHashSalt, Supplier<Set<ZoneId>> zones, InstantSource clock) {
    this(new KafkaSaltLog(settings), ipHashSalt, zones, clock);
  }

  SaltKeeper(SaltLog log, String ipHashSalt, Supplier<Set<ZoneId>> zones, InstantSource clock) {
    this.log = requireNonNull(log, "log is null");
    this.ipHashSalt = Hashing.hmacSha256(ipHashSalt.getBytes(UTF_8));
    this.zones = requireNonNull(zones, "zones is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.ahead = Duration.ofMillis(random.nextLong(LEAST_AHEAD.toMillis(), MOST_AHEAD.toMillis()));
  }

  @Override
  public Optional<byte[]> of(LocalDate date) {
    return Optional.ofNullable(salts.get(date));
  }

  @Override
  public void start() {
    keeper.start();
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    keeper.interrupt();
    keeper.join(PAUSE.toMillis());
  }

  private void keep() {
    try {
      do {
        refreshIfKafkaAnswers();
      } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refreshIfKafkaAnswers() {
    try {
      refresh();
      complained = false;
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (KafkaException failure) {
      if (!complained) {
        LOG.warn("The day's salt cannot be read yet: {}", failure.toString());
      }
      complained = true;
    }
  }

  /** Gets missing salts and deletes those that are no longer needed. */
  void refresh() {
    SaltDates dates = new SaltDates(zones.get());
    Instant now = clock.instant();
    if (salts.keySet().stream().anyMatch(date -> dates.isOver(date, now))) {
      keep(salts, dates, now);
    }
    SortedSet<LocalDate> wanted = dates.at(now);
    wanted.addAll(dates.at(now.plus(ahead)));
    if (!salts.keySet().containsAll(wanted)) {
      agree(wanted, dates, now);
    }
  }

  /** Takes what the log has before it proposes: one refused proposal must not cost other dates. */
  private void agree(SortedSet<LocalDate> wanted, SaltDates dates, Instant now) {
    Map<LocalDate, byte[]> known = log.read();
    Map<LocalDate, byte[]> together = new HashMap<>(salts);
    together.putAll(mixed(known));
    keep(together, dates, now);
    wanted.removeAll(known.keySet());
    for (LocalDate date : wanted) {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      log.propose(date, dates.begin(date), salt);
    }
    if (!wanted.isEmpty()) {
      keep(mixed(log.read()), dates, now);
    }
  }

  private Map<LocalDate, byte[]> mixed(Map<LocalDate, byte[]> read) {
    Map<LocalDate, byte[]> mixed = new HashMap<>();
    read.forEach((date, salt) -> mixed.put(date, ipHashSalt.hashBytes(salt).asBytes()));
    return mixed;
  }

  private void keep(Map<LocalDate, byte[]> all, SaltDates dates, Instant now) {
    Map<LocalDate, byte[]> kept = new HashMap<>(all);
    kept.keySet().removeIf(date -> dates.isOver(date, now));
    salts = Map.copyOf(kept);
  }
}

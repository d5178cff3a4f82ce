package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.dropwizard.lifecycle.Managed;
import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The salts of today and yesterday. They are random, the same for all edges, and deleted everywhere
 * when they are no longer needed.
 *
 * <p>An edge that finds no salt for a day in the log proposes one and reads again; the first one in
 * the log counts, so edges that propose at the same time agree. Each edge asks for the next day's
 * salt some minutes before midnight, each at a different time. So usually only one edge proposes,
 * and all know the salt in time. No edge proposes a salt for a past day: such a day no longer has
 * one.
 *
 * <p>The log keeps a salt until its day and the next are over, and so does each edge in memory. An
 * edge hashes with the log's salt and IP_HASH_SALT combined: neither is useful alone.
 */
public final class SaltKeeper implements DailySalts, Managed {

  private static final Logger LOG = LoggerFactory.getLogger(SaltKeeper.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEAST_AHEAD = Duration.ofMinutes(2);
  private static final Duration MOST_AHEAD = Duration.ofMinutes(10);
  private static final int SALT_BYTES = 32;

  private final SaltLog log;
  private final HashFunction ipHashSalt;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Duration ahead;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread keeper = new Thread(this::keep, "salt-keeper");

  private volatile Map<LocalDate, byte[]> salts = Map.of();
  private boolean complained;

  public SaltKeeper(KafkaSettings settings, String ipHashSalt, InstantSource clock) {
    this(new KafkaSaltLog(settings), ipHashSalt, clock);
  }

  SaltKeeper(SaltLog log, String ipHashSalt, InstantSource clock) {
    this.log = requireNonNull(log, "log is null");
    this.ipHashSalt = Hashing.hmacSha256(ipHashSalt.getBytes(UTF_8));
    this.clock = requireNonNull(clock, "clock is null");
    this.ahead = Duration.ofMillis(random.nextLong(LEAST_AHEAD.toMillis(), MOST_AHEAD.toMillis()));
  }

  @Override
  public Optional<byte[]> of(LocalDate day) {
    return Optional.ofNullable(salts.get(day));
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
    LocalDate today = today(Duration.ZERO);
    if (salts.keySet().stream().anyMatch(day -> day.isBefore(today.minusDays(1)))) {
      keepFrom(today.minusDays(1), salts);
    }
    if (!salts.keySet().containsAll(wanted())) {
      keepFrom(today.minusDays(1), mixed(agreed(wanted())));
    }
  }

  private List<LocalDate> wanted() {
    LocalDate today = today(Duration.ZERO);
    LocalDate soon = today(ahead);
    return today.equals(soon) ? List.of(today) : List.of(today, soon);
  }

  private LocalDate today(Duration ahead) {
    return LocalDate.ofInstant(clock.instant().plus(ahead), ZoneOffset.UTC);
  }

  private Map<LocalDate, byte[]> agreed(List<LocalDate> wanted) {
    Map<LocalDate, byte[]> known = log.read();
    List<LocalDate> missing = new ArrayList<>(wanted);
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return known;
    }
    for (LocalDate day : missing) {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      log.propose(day, salt);
    }
    return log.read();
  }

  private Map<LocalDate, byte[]> mixed(Map<LocalDate, byte[]> read) {
    Map<LocalDate, byte[]> mixed = new HashMap<>();
    read.forEach((day, salt) -> mixed.put(day, ipHashSalt.hashBytes(salt).asBytes()));
    return mixed;
  }

  private void keepFrom(LocalDate first, Map<LocalDate, byte[]> all) {
    Map<LocalDate, byte[]> kept = new HashMap<>(all);
    kept.keySet().removeIf(day -> day.isBefore(first));
    salts = Map.copyOf(kept);
  }
}

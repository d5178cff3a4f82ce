package io.tinyanalytics.ingest.settings;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DataSizeRange;
import io.dropwizard.validation.DurationRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/**
 * Where events go, how long that may take and how many may wait.
 *
 * @param brokers the bootstrap servers, {@code host:port} separated by commas
 * @param topic the topic of raw events
 * @param saltTopic the topic in which the edges agree on each day's salt
 * @param deliveryTimeout the longest that Kafka may take to acknowledge an event, retries included
 * @param linger how long an event waits for others to share a request with
 * @param maxInFlight the most memory that events waiting for an acknowledgement may use
 */
public record KafkaSettings(
    @NotNull
        @Pattern(
            regexp = "[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*",
            message = "must be like localhost:9092 or one:9092,two:9092")
        String brokers,
    @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,249}", message = "must be the name of a Kafka topic")
        String topic,
    @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,249}", message = "must be the name of a Kafka topic")
        String saltTopic,
    @NotNull
        @DurationRange(
            min = 1,
            max = 60,
            unit = TimeUnit.SECONDS,
            message = "must be between 1s and 60s")
        Duration deliveryTimeout,
    @NotNull
        @DurationRange(
            min = 0,
            max = 500,
            unit = TimeUnit.MILLISECONDS,
            message = "must be between 0ms and 500ms")
        Duration linger,
    @NotNull
        @DataSizeRange(
            min = 1,
            max = 1024,
            unit = DataSizeUnit.MEBIBYTES,
            message = "must be between 1MiB and 1GiB")
        DataSize maxInFlight) {}

package io.tinyanalytics.ingest.settings;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DataSizeRange;
import io.dropwizard.validation.DurationRange;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * How request bodies are read.
 *
 * @param deadline how long a body may take to arrive
 * @param maxMemory the most memory that bodies may use while they arrive and are processed
 */
public record BodySettings(
    @NotNull
        @DurationRange(
            min = 1,
            max = 60,
            unit = TimeUnit.SECONDS,
            message = "must be between 1s and 60s")
        Duration deadline,
    @NotNull
        @DataSizeRange(
            min = 2,
            max = 1024,
            unit = DataSizeUnit.MEBIBYTES,
            message = "must be between 2MiB and 1GiB")
        DataSize maxMemory) {}

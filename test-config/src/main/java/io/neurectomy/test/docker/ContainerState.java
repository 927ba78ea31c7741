package io.neurectomy.test.docker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a container is at one moment.
 *
 * @param status what it does
 * @param exitCode of its last run
 * @param created when it was created
 * @param started when its last run began; null before the first
 * @param finished when a run ended last; null before that
 */
record ContainerState(
        ContainerStatus status,
        int exitCode,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant finished) {}

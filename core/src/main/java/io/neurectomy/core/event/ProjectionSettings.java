package io.neurectomy.core.event;

import io.neurectomy.core.internal.QuotedText;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a projection works.
 *
 * @param name its name, under which the store keeps its checkpoint: 1 to 64 letters, digits, {@code -} and {@code _}
 * @param attempts how often an event is tried before it becomes a dead letter, at least 1
 * @param pause how long to wait after a failed attempt
 * @param patience how long one attempt may take before the event counts as failed
 */
public record ProjectionSettings(String name, int attempts, Duration pause, Duration patience) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Checks the values.
     *
     * @param name its name
     * @param attempts how often an event is tried
     * @param pause how long to wait after a failed attempt
     * @param patience how long one attempt may take
     * @throws IllegalArgumentException if the name has another form or a number is not positive
     */
    public ProjectionSettings {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("[projection-name] " + QuotedText.of(name)
                    + ": is no name of a projection. Use 1 to 64 letters, digits, - and _.");
        }
        if (attempts < 1 || pause.isNegative() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("[projection-settings] " + name + ": attempts " + attempts + ", pause "
                    + pause + ", patience " + patience + ": must be positive. Pass at least 1 attempt.");
        }
    }

    /**
     * Returns the usual settings.
     *
     * @param name the name of the projection
     * @return five attempts, a second apart, of half a minute at most
     */
    public static ProjectionSettings of(String name) {
        return new ProjectionSettings(name, 5, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }
}

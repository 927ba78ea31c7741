package io.neurectomy.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dates of HTTP (RFC 9110, section 5.6.7) and the header {@code Retry-After} (section 10.2.3). */
final class RetryAfter {
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** Returns how long to wait, never negative; nothing if the header is absent or is neither a number nor a date. */
    static Optional<Duration> of(TransportResponse response, InstantSource clock) {
        return response.header("Retry-After").map(String::strip).flatMap(value -> {
            if (!value.isEmpty() && value.length() <= DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            return date(value).map(at -> {
                Duration wait = Duration.between(clock.instant(), at);
                return wait.isNegative() ? Duration.ZERO : wait;
            });
        });
    }

    static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

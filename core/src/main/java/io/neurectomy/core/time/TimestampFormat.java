package io.neurectomy.core.time;

import io.neurectomy.core.internal.QuotedText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads and writes timestamps: an RFC 3339 {@code date-time} in UTC.
 *
 * <p>One rule decides what is read: a text denotes exactly one {@link Instant}, and nothing is rounded. Hence
 *
 * <ul>
 *   <li>the date and the time have the digits and signs of RFC 3339 section 5.6, {@code T} and {@code Z} in either case;
 *   <li>a fraction has 1 to 9 digits: an {@code Instant} has no more, and cutting would lose some;
 *   <li>the offset is {@code Z}, {@code +00:00} (as Python writes UTC) or {@code -00:00} (UTC, place unknown, section 4.3);
 *       any other is refused, even though its instant is known, because timestamps are compared in UTC;
 *   <li>the second 60 of a leap second is refused: an {@code Instant} has none, as have the clocks of the usual systems;
 *   <li>the year is 0000 to 9999.
 * </ul>
 *
 * <p>Written is always {@code 2026-01-31T12:00:00.000000000Z}: four digits of year, nine of fraction, {@code Z}. All
 * such texts have 30 characters, their order is that of time, and reading gives the same {@code Instant} again. Texts
 * that others wrote with fewer digits must be read before they are put in order: as text, {@code 12:00:00Z} stands after
 * {@code 12:00:00.5Z}.
 */
public final class TimestampFormat {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
    private static final int FRACTION_DIGITS = 9;
    private static final Pattern OFFSET = Pattern.compile("[+-]([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String REMEDY = " Write an RFC 3339 date-time in UTC such as 2026-01-31T12:00:00Z.";

    private TimestampFormat() {}

    /**
     * Writes an instant.
     *
     * @param instant a time in the years 0000 to 9999, UTC
     * @return the timestamp, 30 characters
     * @throws IllegalArgumentException if the year is not in 0000 to 9999, for which RFC 3339 has no text
     */
    public static String format(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("[timestamp-year] " + instant
                    + ": is outside the years 0000 to 9999 of RFC 3339. Pass an instant within them.");
        }
        return WRITTEN.format(instant);
    }

    /**
     * Reads a timestamp.
     *
     * @param text an RFC 3339 date-time in UTC, as described above
     * @return the instant that it denotes, exactly
     * @throws IllegalArgumentException if the text is anything else; the message says what and where
     */
    public static Instant parse(String text) {
        checkShape(text);
        int year = number(text, 0, 4);
        int month = inRange(text, "month", number(text, 5, 7), 1, 12);
        int day = inRange(
                text, "day", number(text, 8, 10), 1, YearMonth.of(year, month).lengthOfMonth());
        int hour = inRange(text, "hour", number(text, 11, 13), 0, 23);
        int minute = inRange(text, "minute", number(text, 14, 16), 0, 59);
        int second = second(text);
        int fractionEnd = fractionEnd(text);
        checkOffset(text, text.substring(fractionEnd));
        return LocalDateTime.of(year, month, day, hour, minute, second, nanosecond(text, fractionEnd))
                .toInstant(ZoneOffset.UTC);
    }

    private static void checkShape(String text) {
        for (int index = 0; index < SHAPE.length(); index++) {
            if (index == text.length()) {
                throw refusal(text, "ends before its time is complete." + REMEDY);
            }
            char expected = SHAPE.charAt(index);
            char actual = text.charAt(index);
            if (expected == 'd' ? !isDigit(actual) : actual != expected && !(expected == 'T' && actual == 't')) {
                throw refusal(
                        text,
                        "position " + (index + 1) + " has " + QuotedText.of(actual) + " where "
                                + (expected == 'd' ? "a digit" : QuotedText.of(expected)) + " belongs." + REMEDY);
            }
        }
    }

    private static int inRange(String text, String field, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw refusal(text, "the " + field + " is " + value + ", not " + least + " to " + greatest + "." + REMEDY);
        }
        return value;
    }

    private static int second(String text) {
        int second = number(text, 17, 19);
        if (second == 60) {
            throw refusal(
                    text,
                    "the second is 60, a leap second, which no instant stands for. Write the second before"
                            + " or after it.");
        }
        return inRange(text, "second", second, 0, 59);
    }

    private static int fractionEnd(String text) {
        int end = SHAPE.length();
        if (end == text.length() || text.charAt(end) != '.') {
            return end;
        }
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - SHAPE.length() - 1;
        if (digits < 1 || digits > FRACTION_DIGITS) {
            throw refusal(
                    text,
                    "the fraction of the second has " + digits + " digits, not 1 to " + FRACTION_DIGITS + "."
                            + " Write nanoseconds or less precisely.");
        }
        return end;
    }

    private static int nanosecond(String text, int fractionEnd) {
        int nanosecond = 0;
        for (int place = 1; place <= FRACTION_DIGITS; place++) {
            int index = SHAPE.length() + place;
            nanosecond = nanosecond * 10 + (index < fractionEnd ? text.charAt(index) - '0' : 0);
        }
        return nanosecond;
    }

    private static void checkOffset(String text, String offset) {
        switch (offset) {
            case "Z", "z", "+00:00", "-00:00" -> {}
            case "" -> throw refusal(text, "has no offset, so its instant is unknown. Append Z if it is in UTC.");
            default -> {
                String problem = OFFSET.matcher(offset).matches()
                        ? "has the offset " + offset + ", but timestamps are in UTC."
                                + " Write the same instant with Z."
                        : "ends in " + QuotedText.of(offset) + ", which is no offset." + REMEDY;
                throw refusal(text, problem);
            }
        }
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static IllegalArgumentException refusal(String text, String problem) {
        return new IllegalArgumentException("[timestamp] " + QuotedText.of(text) + ": " + problem);
    }
}

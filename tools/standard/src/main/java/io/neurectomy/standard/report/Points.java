package io.neurectomy.standard.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How points are written. */
final class Points {
    private Points() {}

    /** Four digits; a sum of doubles is first freed of its noise. */
    static BigDecimal exact(double points) {
        return BigDecimal.valueOf(points)
                .setScale(8, RoundingMode.HALF_UP)
                .setScale(4, RoundingMode.DOWN)
                .max(BigDecimal.ZERO.setScale(4));
    }

    /** One digit, rounded down, so that only what has lost nothing reads 10. */
    static String shown(@Nullable BigDecimal points) {
        if (points == null) {
            return "–";
        }
        return points.compareTo(BigDecimal.TEN) == 0
                ? "10"
                : points.setScale(1, RoundingMode.DOWN).toPlainString();
    }

    /** What is lost or gained: one digit, more for what is small, and a word for what is less than that. */
    static String amount(BigDecimal points) {
        BigDecimal size = points.abs();
        int digits = size.compareTo(new BigDecimal("0.1")) >= 0 ? 1 : 2;
        BigDecimal rounded = size.setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && size.signum() != 0 ? "under 0.01" : rounded.toPlainString();
    }

    /** A difference with its sign, 0 if there is none. */
    static String signed(BigDecimal difference) {
        return switch (difference.signum()) {
            case 1 -> "+" + amount(difference);
            case -1 -> "−" + amount(difference);
            default -> "0";
        };
    }
}

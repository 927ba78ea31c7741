package io.neurectomy.standard.report;

import io.neurectomy.standard.report.model.AuditReport;
import java.math.BigDecimal;
import java.util.Optional;

/** The total as a small picture for a README. */
public final class BadgeReport {
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" width="132" height="20" role="img" aria-label="build standard: %1$s">
              <title>build standard: %1$s</title>
              <clipPath id="edge"><rect width="132" height="20" rx="3"/></clipPath>
              <g clip-path="url(#edge)">
                <rect width="92" height="20" fill="#3b4252"/>
                <rect x="92" width="40" height="20" fill="%2$s"/>
              </g>
              <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                <text x="46" y="14" textLength="80">build standard</text>
                <text x="112" y="14" font-weight="bold">%3$s</text>
              </g>
            </svg>
            """;

    private BadgeReport() {}

    /**
     * Draws the total of a report.
     *
     * @param report the report
     * @return an SVG document with {@code \n} at its line ends
     */
    public static String write(AuditReport report) {
        Optional<BigDecimal> total = Optional.ofNullable(report.score().total());
        String shown = Points.shown(total.orElse(null));
        String words = total.isPresent() ? shown + " of 10" : "no score";
        return SVG.formatted(words, total.map(BadgeReport::colour).orElse("#6b7280"), shown);
    }

    /** Dark enough for white letters: each has a contrast of more than 4.5. */
    private static String colour(BigDecimal total) {
        return switch (total.intValue()) {
            case 9, 10 -> "#15803d";
            case 7, 8 -> "#4d7c0f";
            case 5, 6 -> "#a16207";
            default -> "#b91c1c";
        };
    }
}

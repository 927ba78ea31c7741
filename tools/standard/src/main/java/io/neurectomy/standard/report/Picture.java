package io.neurectomy.standard.report;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionPoints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores as SVG; colours come from the page's style by class names. */
final class Picture {
    private static final double RADIUS = 110;
    private static final double X = 270;
    private static final double Y = 150;

    private Picture() {}

    /** One axis for each dimension; one without points stays out of the shape. */
    static String radar(AuditReport now, Optional<AuditReport> earlier) {
        List<DimensionPoints> axes = now.score().dimensions();
        StringBuilder svg = new StringBuilder("<svg class=\"radar\" viewBox=\"0 0 540 300\" role=\"img\" aria-label=\"")
                .append(HtmlReport.escape(axes.stream()
                        .map(d -> title(d) + " " + Points.shown(d.points()))
                        .collect(Collectors.joining(", "))))
                .append("\">\n");
        for (int ring = 2; ring <= 10; ring += 2) {
            int points = ring;
            svg.append(polygon("ring", IntStream.range(0, axes.size()).mapToObj(i -> at(i, axes.size(), points, 0))));
        }
        for (int i = 0; i < axes.size(); i++) {
            svg.append("<path class=\"ring\" d=\"M%s %s L%s\"/>\n"
                    .formatted(number(X), number(Y), at(i, axes.size(), 10, 0)));
        }
        earlier.ifPresent(e -> svg.append(shape("before", e.score().dimensions())));
        svg.append(shape("now", axes));
        for (int i = 0; i < axes.size(); i++) {
            DimensionPoints d = axes.get(i);
            if (d.points() != null) {
                String[] dot = at(i, axes.size(), d.points().doubleValue(), 0).split(",", -1);
                svg.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>\n".formatted(dot[0], dot[1]));
            }
            svg.append(label(d, i, axes.size()));
        }
        return svg.append("</svg>\n").toString();
    }

    /** A bar as long as the points. */
    static String bar(@Nullable BigDecimal points) {
        String filled = points == null
                ? ""
                : "<rect class=\"%s\" width=\"%s\" height=\"6\" rx=\"3\"/>"
                        .formatted(level(points), number(points.doubleValue() * 10));
        return "<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"track\" width=\"100\" height=\"6\" rx=\"3\"/>" + filled + "</svg>";
    }

    /** The totals of all reports that have one, the oldest first. */
    static String history(Report report) {
        List<BigDecimal> totals = Stream.concat(report.earlier().stream(), Stream.of(report.now()))
                .flatMap(r -> Stream.ofNullable(r.score().total()))
                .toList();
        if (totals.size() < 2) {
            return "";
        }
        List<String> points = new ArrayList<>();
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < totals.size(); i++) {
            double x = 48 + 382.0 * i / (totals.size() - 1);
            double y = 100 - 8 * totals.get(i).doubleValue();
            points.add(number(x) + "," + number(y));
            marks.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>".formatted(number(x), number(y)));
            if (i == 0 || i == totals.size() - 1 || totals.size() <= 12) {
                marks.append("<text class=\"value\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>\n"
                        .formatted(number(x), number(y - 9), Points.shown(totals.get(i))));
            }
        }
        return """
                <svg class="history" viewBox="0 0 460 110" role="img" aria-label="Totals, the oldest first: %s">
                <path class="ring" d="M48 20H430M48 60H430M48 100H430"/>
                <text class="axis" x="30" y="24" text-anchor="end">10</text><text class="axis" x="30" y="64" text-anchor="end">5</text><text class="axis" x="30" y="104" text-anchor="end">0</text>
                <polyline class="line" points="%s"/>
                %s</svg>
                """.formatted(
                totals.stream().map(Points::shown).collect(Collectors.joining(", ")), String.join(" ", points), marks);
    }

    private static String shape(String name, List<DimensionPoints> axes) {
        return polygon(
                name,
                IntStream.range(0, axes.size())
                        .filter(i -> axes.get(i).points() != null)
                        .mapToObj(i -> at(
                                i,
                                axes.size(),
                                Objects.requireNonNull(axes.get(i).points()).doubleValue(),
                                0)));
    }

    private static String polygon(String name, Stream<String> points) {
        return "<polygon class=\"%s\" points=\"%s\"/>\n".formatted(name, points.collect(Collectors.joining(" ")));
    }

    private static String label(DimensionPoints d, int axis, int axes) {
        String[] place = at(axis, axes, 10, 16).split(",", -1);
        double x = Double.parseDouble(place[0]);
        String anchor = Math.abs(x - X) < 1 ? "middle" : x > X ? "start" : "end";
        double y = Double.parseDouble(place[1]) + 4;
        return "<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s <tspan class=\"value\">%s</tspan></text>\n"
                .formatted(place[0], number(y), anchor, title(d), Points.shown(d.points()));
    }

    /** Where a number of points lies on an axis; the first axis points upwards. */
    private static String at(int axis, int axes, double points, double beyond) {
        double angle = 2 * Math.PI * axis / axes - Math.PI / 2;
        double distance = RADIUS * points / 10 + beyond;
        return number(X + distance * Math.cos(angle)) + "," + number(Y + distance * Math.sin(angle));
    }

    private static String level(BigDecimal points) {
        return points.doubleValue() >= 8 ? "good" : points.doubleValue() >= 5 ? "fair" : "poor";
    }

    private static String title(DimensionPoints d) {
        return Dimension.valueOf(d.dimension().name()).title();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package io.neurectomy.standard.report;

import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionName;
import io.neurectomy.standard.report.model.DimensionPoints;
import io.neurectomy.standard.report.model.ReportedFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two audits. A finding is the same if its rule, its file, its message without digits and its line's
 * text are, so one that only moved to another line is neither new nor gone.
 *
 * @param added findings that the earlier audit had not
 * @param gone findings that only the earlier audit had
 * @param dimensions what each dimension gained, where both audits have points for it
 * @param total what the total gained, empty unless both audits have one
 */
public record Movement(
        List<ReportedFinding> added,
        List<ReportedFinding> gone,
        Map<DimensionName, BigDecimal> dimensions,
        Optional<BigDecimal> total) {
    /**
     * Copies lists and map.
     *
     * @param added new findings
     * @param gone findings that are gone
     * @param dimensions gains of dimensions
     * @param total gain of the total
     */
    public Movement {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        dimensions = Map.copyOf(dimensions);
    }

    /**
     * Compares two audits.
     *
     * @param earlier the earlier one
     * @param now the later one
     * @return what moved
     */
    public static Movement between(AuditReport earlier, AuditReport now) {
        return new Movement(
                without(now.findings(), earlier.findings()),
                without(earlier.findings(), now.findings()),
                dimensions(earlier, now),
                difference(earlier.score().total(), now.score().total()));
    }

    private static Map<DimensionName, BigDecimal> dimensions(AuditReport earlier, AuditReport now) {
        Map<DimensionName, BigDecimal> before = new EnumMap<>(DimensionName.class);
        for (DimensionPoints d : earlier.score().dimensions()) {
            Optional.ofNullable(d.points()).ifPresent(p -> before.put(d.dimension(), p));
        }
        Map<DimensionName, BigDecimal> gains = new EnumMap<>(DimensionName.class);
        for (DimensionPoints d : now.score().dimensions()) {
            difference(before.get(d.dimension()), d.points()).ifPresent(gain -> gains.put(d.dimension(), gain));
        }
        return gains;
    }

    private static Optional<BigDecimal> difference(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? Optional.empty() : Optional.of(after.subtract(before));
    }

    private static List<ReportedFinding> without(List<ReportedFinding> findings, List<ReportedFinding> others) {
        Map<List<String>, Integer> left = new HashMap<>();
        others.forEach(f -> left.merge(identity(f), 1, Integer::sum));
        List<ReportedFinding> remaining = new ArrayList<>();
        for (ReportedFinding finding : findings) {
            if (left.merge(identity(finding), -1, Integer::sum) < 0) {
                remaining.add(finding);
            }
        }
        return remaining;
    }

    private static List<String> identity(ReportedFinding f) {
        return List.of(
                f.rule(),
                f.file(),
                f.message().replaceAll("\\d", ""),
                Optional.ofNullable(f.code()).orElse(""));
    }
}

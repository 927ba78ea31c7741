package io.neurectomy.standard;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an audit is worth: points out of ten for each dimension.
 *
 * <p>A rule keeps the share of its places that have no finding. A dimension's points are ten times the mean of what its
 * rules keep, each weighted by {@link Rule#weight()}; the total is the mean of the dimensions. So each finding costs the
 * same as any other of its rule, a finding more never adds a point, all costs together are exactly what is lost, and a
 * repository of one module and one of a hundred are judged by the same shares. A rule that judged no place does not
 * count, and a dimension in which no rule counts has no points: there is no score without evidence.
 *
 * @param dimensions one for each dimension, in their order
 */
public record Score(List<OfDimension> dimensions) {
    /** The points of a dimension that has lost none. */
    public static final double FULL = 10;

    /**
     * The points of one dimension.
     *
     * @param dimension the dimension
     * @param rules its rules that judged at least one place
     */
    public record OfDimension(Dimension dimension, List<OfRule> rules) {
        /**
         * Copies the list.
         *
         * @param dimension the dimension
         * @param rules its rules that count
         */
        public OfDimension {
            rules = List.copyOf(rules);
        }

        /**
         * Returns the points that are left.
         *
         * @return 0 to 10; empty if there is no evidence
         */
        public OptionalDouble points() {
            return rules.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(
                            0, FULL - rules.stream().mapToDouble(OfRule::lost).sum()));
        }
    }

    /**
     * What one rule costs its dimension.
     *
     * @param outcome what the rule found
     * @param lost the points that its findings cost together
     */
    public record OfRule(Outcome outcome, double lost) {
        /**
         * Returns what one finding of the rule costs its dimension.
         *
         * @return points; 0 if the rule found nothing
         */
        public double lostByFinding() {
            return outcome.findings().isEmpty() ? 0 : lost / outcome.findings().size();
        }
    }

    /**
     * Copies the list.
     *
     * @param dimensions one for each dimension
     */
    public Score {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * Computes the score of an audit.
     *
     * @param audit the outcomes of the rules
     * @return the score; the same audit gives the same score
     */
    public static Score of(Audit audit) {
        return new Score(
                Arrays.stream(Dimension.values()).map(d -> of(d, audit)).toList());
    }

    /**
     * Returns the mean of the dimensions that have points.
     *
     * @return 0 to 10; empty if none has
     */
    public OptionalDouble total() {
        return dimensions.stream().flatMapToDouble(d -> d.points().stream()).average();
    }

    private static OfDimension of(Dimension dimension, Audit audit) {
        List<Outcome> counting = audit.outcomes().stream()
                .filter(o -> o.rule().dimension() == dimension && o.places() > 0)
                .toList();
        double weights = counting.stream().mapToInt(o -> o.rule().weight()).sum();
        return new OfDimension(
                dimension,
                counting.stream()
                        .map(o -> new OfRule(
                                o,
                                FULL
                                        * o.rule().weight()
                                        / weights
                                        * o.findings().size()
                                        / o.places()))
                        .toList());
    }
}

package io.neurectomy.standard;

import static io.neurectomy.standard.FakeRule.audit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Offset<Double> NOISE = within(1e-9);

    @Test
    void keepsTheShareOfPlacesWithoutAFinding() {
        assertThat(points(rule("a", 4, 1))).isEqualTo(7.5, NOISE);
        assertThat(points(rule("a", 1, 0))).isEqualTo(10, NOISE);
        assertThat(points(rule("a", 1, 1))).isEqualTo(0, NOISE);
    }

    @Test
    void judgesOneModuleAndAHundredByTheSameShares() {
        assertThat(points(rule("a", 2, 1))).isEqualTo(points(rule("a", 200, 100)), NOISE);
    }

    @Test
    void neverRisesWithAFindingMore() {
        List<Double> points = IntStream.rangeClosed(0, 12)
                .mapToObj(n -> points(rule("a", 10, n), rule("b", 3, 1)))
                .toList();
        assertThat(IntStream.range(1, points.size())).allMatch(n -> points.get(n) <= points.get(n - 1));
        assertThat(points.get(12)).isGreaterThan(0);
    }

    @Test
    void weighsTheRulesOfADimension() {
        assertThat(points(rule("a", 1, 1).weighing(3), rule("b", 1, 0).weighing(1)))
                .isEqualTo(2.5, NOISE);
    }

    @Test
    void linksEachPointLostToFindings() {
        Score score = Score.of(audit(rule("a", 7, 2).weighing(3), rule("b", 3, 1)));
        Score.OfDimension build = dimension(score);
        double costs = build.rules().stream()
                .mapToDouble(r -> r.lostByFinding() * r.outcome().findings().size())
                .sum();
        assertThat(costs).isEqualTo(Score.FULL - build.points().orElseThrow(), NOISE);
    }

    @Test
    void countsNoRuleThatJudgedNothing() {
        assertThat(points(rule("a", 4, 1), rule("does-not-apply", 0, 0))).isEqualTo(7.5, NOISE);
    }

    @Test
    void givesNoPointsWithoutEvidence() {
        Unknown gap = new Unknown("a", Place.of("pom.xml"), "nobody told");
        Score score = Score.of(audit(rule("a", 0, 0).notKnowing(gap)));
        assertThat(score.dimensions()).hasSize(8).allMatch(d -> d.points().isEmpty());
        assertThat(score.total()).isEmpty();
    }

    @Test
    void isTheMeanOfTheDimensionsWithEvidence() {
        Score score = Score.of(audit(rule("a", 2, 1), rule("b", 1, 0).in(Dimension.TESTING)));
        assertThat(score.total().orElseThrow()).isEqualTo(7.5, NOISE);
    }

    private static double points(Rule... rules) {
        return dimension(Score.of(audit(rules))).points().orElseThrow();
    }

    private static Score.OfDimension dimension(Score score) {
        return score.dimensions().get(Dimension.BUILD_SYSTEM.ordinal());
    }

    private static FakeRule rule(String id, int places, int findings) {
        return FakeRule.of(
                id,
                places,
                IntStream.range(0, findings)
                        .mapToObj(i -> new Finding(id, Severity.ERROR, Place.of("f" + i), "it is wrong", "Right it."))
                        .toArray(Finding[]::new));
    }
}

package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class __Name__Test {

    @Test
    void hasNothingAtFirst() {
        __Name__ statistics = new __Name__();

        assertThat(statistics.mean()).isEmpty();
        assertThat(statistics.variance()).isEmpty();
        assertThat(statistics.largest()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void computesMeanAndVariance() {
        __Name__ statistics = new __Name__().add(2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(statistics.mean()).hasValue(5);
        assertThat(statistics.variance().orElseThrow()).isCloseTo(4.571, within(0.001));
        assertThat(statistics.largest()).isEqualTo(9);
    }

    @Test
    void rejectsNan() {
        __Name__ statistics = new __Name__();

        assertThatThrownBy(() -> statistics.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}

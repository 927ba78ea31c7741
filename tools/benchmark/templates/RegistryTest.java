package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import __base__.Identifier;
import org.junit.jupiter.api.Test;

class __Name__Test {

    @Test
    void addsUpToTheLimit() {
        __Name__ registry = new __Name__(2);

        assertThat(registry.add(new Identifier("k"), "a")).isTrue();
        assertThat(registry.add(new Identifier("k"), "b")).isTrue();
        assertThat(registry.add(new Identifier("k"), "c")).isFalse();
        assertThat(registry.first(new Identifier("k"))).contains("a");
        assertThat(registry.first(new Identifier("none"))).isEmpty();
    }

    @Test
    void removesAndCounts() {
        __Name__ registry = new __Name__(5);
        registry.add(new Identifier("k"), "alpha");
        registry.add(new Identifier("m"), "alto");
        registry.add(new Identifier("m"), "beta");

        assertThat(registry.count("al")).isEqualTo(2);
        assertThat(registry.remove(new Identifier("m"))).isEqualTo(2);
        assertThat(registry.remove(new Identifier("m"))).isZero();
        assertThat(registry.count("al")).isEqualTo(1);
    }

    @Test
    void rejectsBadLimit() {
        assertThatThrownBy(() -> new __Name__(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

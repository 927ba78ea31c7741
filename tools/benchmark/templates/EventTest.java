package __package__;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class __Name__Test {

    @Test
    void foldsEvents() {
        List<__Name__> events = List.of(new __Name__.Created("x", 5), new __Name__.Changed("x", -2));

        long amount = 0;
        for (__Name__ event : events) {
            amount = __Name__.apply(amount, event);
        }

        assertThat(amount).isEqualTo(3);
    }

    @Test
    void removalClearsTheAmount() {
        assertThat(__Name__.apply(7, new __Name__.Removed("x"))).isZero();
    }

    @Test
    void describesEachKind() {
        assertThat(__Name__.describe(new __Name__.Created("x", 5))).isEqualTo("x was created");
        assertThat(__Name__.describe(new __Name__.Changed("x", 1))).isEqualTo("x was changed");
        assertThat(__Name__.describe(new __Name__.Removed("x"))).isEqualTo("x was removed");
    }
}

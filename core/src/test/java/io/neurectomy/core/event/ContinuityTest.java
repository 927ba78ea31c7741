package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.neurectomy.core.event.internal.Continuity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContinuityTest {
    private static StoredEvent event(long version, long sequence) {
        return new StoredEvent("a", new Revision(version, sequence), Instant.EPOCH, "id", "T", 1, new byte[0]);
    }

    @Test
    void findsAnEventThatIsMissingInTheStream() {
        Continuity whole = Continuity.after(EventFilter.all(), 0);
        whole.next(event(1, 1));
        assertThatExceptionOfType(EventGapException.class)
                .isThrownBy(() -> whole.next(event(2, 3)))
                .withMessageContaining("after sequence 1 comes sequence 3");
        assertThatExceptionOfType(EventGapException.class)
                .isThrownBy(() -> Continuity.after(EventFilter.all(), 0).next(event(1, 2)));
    }

    @Test
    void findsAnEventThatIsMissingInAnAggregate() {
        Continuity one = Continuity.after(EventFilter.aggregate("a"), 5);
        assertThatNoException().isThrownBy(() -> one.next(event(4, 9)));
        assertThatExceptionOfType(EventGapException.class).isThrownBy(() -> one.next(event(6, 12)));
        assertThatExceptionOfType(EventGapException.class)
                .isThrownBy(() -> Continuity.after(new Revision(2, 3)).next(event(2, 3)));
    }
}

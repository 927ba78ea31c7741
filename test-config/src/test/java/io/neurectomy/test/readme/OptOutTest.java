package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class OptOutTest {

    @Nested
    @ResourceLock(Resources.TIME_ZONE)
    class LocalTimeTest {

        private final TimeZone before = TimeZone.getDefault();

        @Test
        void readsTheDefaultTimeZone() {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(TimeZone.getDefault().getRawOffset()).isEqualTo(20_700_000);
        }

        @AfterEach
        void putBack() {
            TimeZone.setDefault(before);
        }
    }

    @Nested
    @Isolated("sets a property that every class of the driver reads")
    class DriverPropertyTest {

        @Test
        @Timeout(120)
        void readsTheProperty() {
            System.setProperty("readme.driver", "fake");

            assertThat(System.getProperty("readme.driver")).isEqualTo("fake");
        }

        @AfterEach
        void putBack() {
            System.clearProperty("readme.driver");
        }
    }
}

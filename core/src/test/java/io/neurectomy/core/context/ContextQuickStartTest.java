package io.neurectomy.core.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Runs what README.md shows. */
class ContextQuickStartTest {

    @Test
    void runsAsShown() throws Exception {
        // begin
        RequestContext request = RequestContext.start("ada");
        ExecutorService pool = ContextCarrier.carryingExecutor(Executors.newFixedThreadPool(2));

        // Every log line of this piece of code has the three ids, also in the pool.
        Future<String> user = request.call(() -> pool.submit(() -> MDC.get("userId")));
        assertThat(user.get(10, SECONDS)).isEqualTo("ada");

        // The call to another service, and the event, have them too.
        assertThat(RequestContext.fromHeaders(request.toHeaders()::get)).isEqualTo(request);
        assertThat(request.toEventMetadata().userId()).isEqualTo("ada");
        // end
        pool.shutdownNow();
    }
}

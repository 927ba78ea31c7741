package io.neurectomy.core.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.test.log.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ContextCarrierTest {

    private static final Logger log = LoggerFactory.getLogger(ContextCarrierTest.class);

    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final RequestContext context = RequestContext.start("ada");

    @AfterEach
    void stopThePool() {
        pool.shutdownNow();
    }

    @Test
    void carriesTheContextOfEachSubmitterOverAPool(LogCapture capture) throws Exception {
        ExecutorService carrying = ContextCarrier.carryingExecutor(pool);
        RequestContext other = RequestContext.start("bob");

        Future<Optional<RequestContext>> first = context.call(() -> carrying.submit(RequestContext::current));
        Future<Optional<RequestContext>> second = other.call(() -> carrying.submit(() -> {
            log.info("in the pool");
            return RequestContext.current();
        }));
        Future<Optional<RequestContext>> without = carrying.submit(RequestContext::current);

        assertThat(first.get(10, SECONDS)).contains(context);
        assertThat(second.get(10, SECONDS)).contains(other);
        assertThat(without.get(10, SECONDS)).isEmpty();
        assertThat(capture.events())
                .singleElement()
                .satisfies(line -> assertThat(line.mdc()).containsEntry("userId", "bob"));
    }

    @Test
    void carriesTheContextToEveryTaskOfInvokeAll() throws Exception {
        ExecutorService carrying = ContextCarrier.carryingExecutor(pool);
        List<Callable<Optional<RequestContext>>> tasks = List.of(RequestContext::current, RequestContext::current);

        for (Future<Optional<RequestContext>> task : context.call(() -> carrying.invokeAll(tasks))) {
            assertThat(task.get()).contains(context);
        }
    }

    @Test
    void leavesNothingInThePoolEvenAfterAFailure() throws Exception {
        ExecutorService carrying = ContextCarrier.carryingExecutor(pool);
        Future<?> failing = context.call(() -> carrying.submit(() -> {
            throw new IllegalStateException("task");
        }));

        assertThatThrownBy(() -> failing.get(10, SECONDS)).hasRootCauseMessage("task");
        assertThat(pool.submit(RequestContext::current).get(10, SECONDS)).isEmpty();
    }

    @Test
    void closesTheServiceThatItWraps() throws InterruptedException {
        ExecutorService carrying = ContextCarrier.carryingExecutor(pool);
        carrying.shutdown();

        assertThat(carrying.awaitTermination(10, SECONDS)).isTrue();
        assertThat(carrying.isShutdown()).isTrue();
        assertThat(carrying.isTerminated()).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(carrying.shutdownNow()).isEmpty();
    }

    @Test
    void carriesTheContextOfTheSubmitterOverAnExecutor() throws Exception {
        Executor carrying = ContextCarrier.carryingExecutor((Executor) pool);
        CompletableFuture<Optional<RequestContext>> seen = new CompletableFuture<>();

        context.run(() -> carrying.execute(() -> seen.complete(RequestContext.current())));

        assertThat(seen.get(10, SECONDS)).contains(context);
    }

    @Test
    void carriesTheContextThroughStagesThatAnotherThreadCompletes() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        List<Optional<RequestContext>> seen = new ArrayList<>();
        CompletableFuture<?> last = context.call(() -> {
            ContextCarrier carrier = ContextCarrier.capture();
            return source.thenApplyAsync(text -> seen.add(RequestContext.current()), carrier.executor(pool))
                    .thenApply(carrier.function(done -> seen.add(RequestContext.current())))
                    .handle(carrier.biFunction((done, failure) -> seen.add(RequestContext.current())))
                    .thenAccept(carrier.consumer(done -> seen.add(RequestContext.current())))
                    .whenComplete(carrier.biConsumer((done, failure) -> seen.add(RequestContext.current())));
        });

        RequestContext.start("completer").run(() -> source.complete("done"));

        last.get(10, SECONDS);
        assertThat(seen).hasSize(5).containsOnly(Optional.of(context));
    }

    @Test
    void runsInItsOwnContextAndGivesTheThreadItsOwnBack() throws Exception {
        ContextCarrier none = ContextCarrier.capture();
        ContextCarrier carrier = context.call(ContextCarrier::capture);
        RequestContext other = RequestContext.start();

        other.run(() -> {
            assertThat(none.supplier(RequestContext::current).get()).isEmpty();
            assertThat(carrier.supplier(RequestContext::current).get()).contains(context);
            carrier.runnable(() -> assertThat(RequestContext.current()).contains(context))
                    .run();
            assertThat(RequestContext.current()).contains(other);
        });
        assertThat(carrier.callable(RequestContext::current).call()).contains(context);
    }

    @Test
    void isNotInheritedByThreadsThatNobodyWrapped() throws Exception {
        CompletableFuture<Optional<RequestContext>> seen = new CompletableFuture<>();
        context.run(() -> new Thread(() -> seen.complete(RequestContext.current())).start());

        assertThat(seen.get(10, SECONDS)).isEmpty();
    }

    @Test
    void carriesTheContextToVirtualThreads() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads are of Java 21");
        // By reflection: the tests are compiled for Java 17.
        ExecutorService virtual = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        ExecutorService carrying = ContextCarrier.carryingExecutor(virtual);
        try {
            List<Future<Optional<RequestContext>>> seen = new ArrayList<>();
            List<RequestContext> contexts = new ArrayList<>();
            for (int request = 0; request < 100; request++) {
                contexts.add(RequestContext.start("user " + request));
                seen.add(contexts.get(request)
                        .call(() -> carrying.submit(() -> {
                            Thread.sleep(1);
                            return RequestContext.current();
                        })));
            }
            for (int request = 0; request < 100; request++) {
                assertThat(seen.get(request).get(10, SECONDS)).contains(contexts.get(request));
            }
        } finally {
            virtual.shutdownNow();
        }
    }
}

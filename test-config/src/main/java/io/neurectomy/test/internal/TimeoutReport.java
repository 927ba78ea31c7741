package io.neurectomy.test.internal;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Says where a test was when its time was up and how to give it more.
 *
 * <p>The place is taken before JUnit interrupts the thread: afterwards the stack only shows how the interrupt was
 * handled. It is printed as well, because a test that does not react to the interrupt never gets to fail.
 */
public final class TimeoutReport
        implements PreInterruptCallback, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(TimeoutReport.class);

    /** Creates the extension; JUnit calls this through {@link java.util.ServiceLoader}. */
    public TimeoutReport() {}

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        StackTraceElement[] stack = interrupt.getThreadToInterrupt().getStackTrace();
        context.getStore(NAMESPACE).put(StackTraceElement.class, stack);
        Console.print("[test-timeout] %s: time is up, the test is interrupted. It is here:%n%s"
                .formatted(name(context), Console.frames(stack)));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure, "@Timeout on the test", Defaults.TEST_TIMEOUT);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure, "@Timeout on the method", Defaults.LIFECYCLE_TIMEOUT);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure, "@Timeout on the method", Defaults.LIFECYCLE_TIMEOUT);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure, "@Timeout on the method", Defaults.LIFECYCLE_TIMEOUT);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure, "@Timeout on the method", Defaults.LIFECYCLE_TIMEOUT);
    }

    private static Throwable explained(
            ExtensionContext context, Throwable failure, String annotation, String parameter) {
        StackTraceElement @Nullable [] stack =
                context.getStore(NAMESPACE).remove(StackTraceElement.class, StackTraceElement[].class);
        if (stack == null || !(failure instanceof TimeoutException)) {
            return failure;
        }
        TimeoutException explained = new TimeoutException(
                "[test-timeout] %s: %s. The stack below is where it was. If it needs longer, put %s or set -D%s=5m."
                        .formatted(name(context), failure.getMessage(), annotation, parameter));
        explained.setStackTrace(stack);
        explained.addSuppressed(failure);
        return explained;
    }

    private static String name(ExtensionContext context) {
        return context.getTestClass().map(Class::getName).orElse("?")
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }
}

package io.neurectomy.core.lifecycle;

import io.neurectomy.core.error.ConflictException;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command is not allowed in the status that something has. The context has {@code subject}, {@code command},
 * {@code from}, {@code to} and {@code allowed}, the list of commands that would be.
 */
public final class RefusedTransitionException extends ConflictException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("REFUSED_TRANSITION");

    private RefusedTransitionException(String detail, ErrorContext context) {
        super(CODE, detail, context, null);
    }

    static <S extends Enum<S>, C extends Enum<C>> RefusedTransitionException of(
            LifeCycle<S, C> lifeCycle, String subject, S from, C command, S to) {
        Map<C, S> allowed = lifeCycle.allowed(from);
        String allowedText = allowed.entrySet().stream()
                .map(entry -> LifeCycle.name(entry.getKey()) + " (to " + LifeCycle.name(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return new RefusedTransitionException(
                subject + ": is " + LifeCycle.name(from) + ", from where " + LifeCycle.name(command)
                        + " does not lead to "
                        + LifeCycle.name(to) + ". "
                        + (allowed.isEmpty() ? "Nothing is allowed any more." : "Allowed is " + allowedText + "."),
                ErrorContext.empty()
                        .with("subject", subject)
                        .with("command", LifeCycle.name(command))
                        .with("from", LifeCycle.name(from))
                        .with("to", LifeCycle.name(to))
                        .with(
                                "allowed",
                                allowed.keySet().stream().map(LifeCycle::name).toList()));
    }
}

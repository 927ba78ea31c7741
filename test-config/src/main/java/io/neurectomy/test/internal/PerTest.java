package io.neurectomy.test.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * Parameters of which each test has one of its own, shared by its methods.
 *
 * @param type of the parameters
 * @param rule id of the refusal where there is no single test
 * @param otherwise what else can be done then, behind the advice to take it in a method; may be empty
 * @param <T> the type of the parameters
 */
public record PerTest<T>(Class<T> type, String rule, String otherwise) {
    /** Says whether a parameter is one. */
    public boolean supports(ParameterContext parameter) {
        return parameter.getParameter().getType() == type;
    }

    /** Returns the one of this test, which is made with the first call. */
    public T of(ExtensionContext context, ParameterContext parameter, Supplier<T> make) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "[%s] %s: a %s belongs to one test. Take it in a test, @BeforeEach or @AfterEach method%s."
                            .formatted(rule, parameter.getDeclaringExecutable(), type.getSimpleName(), otherwise));
        }
        T there = store(context).get(type, type);
        if (there != null) {
            return there;
        }
        T made = make.get();
        store(context).put(type, made);
        return made;
    }

    /** Returns the one of this test if it took any, and forgets it. */
    public Optional<T> remove(ExtensionContext context) {
        return Optional.ofNullable(store(context).remove(type, type));
    }

    private Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(PerTest.class, type));
    }
}

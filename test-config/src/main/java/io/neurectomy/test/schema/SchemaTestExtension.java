package io.neurectomy.test.schema;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a {@link SchemaTest} for each document, and makes the one that fails smaller. */
public final class SchemaTestExtension implements ParameterResolver, InvocationInterceptor {

    private static final String SEED = "schema.seed";
    /** The seed of this run, unless one is set: the same for all tests, so that one property repeats all. */
    private static final long OF_THIS_RUN = new SplittableRandom().nextInt(Integer.MAX_VALUE);

    private static final long SHRINKING = TimeUnit.SECONDS.toNanos(15);

    /** Creates the extension; JUnit calls this. */
    public SchemaTestExtension() {}

    /**
     * Says whether a parameter gets documents.
     *
     * @param parameter any parameter of a test
     * @param context the test that it belongs to; not used
     * @return whether it has the annotation
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(FromSchema.class);
    }

    /**
     * Keeps the place of a document free; the documents come when the test is called.
     *
     * @param parameter a parameter that gets documents; not used
     * @param context the test that it belongs to; not used
     * @return nothing yet
     */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    /**
     * Calls the test for each document.
     *
     * @param invocation the call that JUnit would make; it is not made
     * @param call the method, the instance and the arguments
     * @param context the test
     * @throws Throwable what the test throws, or the failure with the smallest document
     */
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        int wanted = AnnotationSupport.findAnnotation(call.getExecutable(), SchemaTest.class)
                .map(SchemaTest::documents)
                .orElse(0);
        Map<Integer, SchemaDocuments> schemas = schemas(call.getExecutable(), seed(context));
        if (wanted == 0 || schemas.isEmpty()) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        new Run(call, schemas, seed(context), wanted).all();
    }

    private static long seed(ExtensionContext context) {
        return context.getConfigurationParameter(SEED)
                .map(text -> {
                    try {
                        return Long.parseLong(text.strip());
                    } catch (NumberFormatException e) {
                        throw new UnusableSchemaException(
                                "[schema-seed] %s=%s: not a whole number. Copy it from the failure."
                                        .formatted(SEED, text));
                    }
                })
                .orElse(OF_THIS_RUN);
    }

    private static Map<Integer, SchemaDocuments> schemas(Method method, long seed) {
        Map<Integer, SchemaDocuments> found = new TreeMap<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            FromSchema from = parameters[i].getAnnotation(FromSchema.class);
            if (from != null) {
                // Two parameters of one schema are not to be the same documents in the same order.
                found.put(i, find(method.getDeclaringClass(), from.value()).seed(seed + i));
            }
        }
        return found;
    }

    private static SchemaDocuments find(Class<?> test, String name) {
        URL beside = test.getResource(name);
        if (beside == null) {
            beside = test.getClassLoader().getResource(name.startsWith("/") ? name.substring(1) : name);
        }
        if (beside != null) {
            return SchemaDocuments.of(beside);
        }
        if (Files.isRegularFile(Path.of(name))) {
            return SchemaDocuments.of(Path.of(name));
        }
        throw new UnusableSchemaException(
                "[schema-not-found] %s: no resource beside %s, none at the root of the class path, no file in %s. Correct the name in @FromSchema."
                        .formatted(
                                name,
                                test.getName(),
                                Path.of("").toAbsolutePath().getFileName()));
    }

    /** One test with all its documents. */
    private static final class Run {
        private final ReflectiveInvocationContext<Method> call;
        private final Map<Integer, SchemaDocuments> schemas;
        private final long seed;
        private final int wanted;

        Run(ReflectiveInvocationContext<Method> call, Map<Integer, SchemaDocuments> schemas, long seed, int wanted) {
            this.call = call;
            this.schemas = schemas;
            this.seed = seed;
            this.wanted = wanted;
        }

        void all() throws Throwable {
            Map<Integer, Iterator<?>> documents = new TreeMap<>();
            schemas.forEach((index, schema) -> documents.put(
                    index,
                    type(index) == InvalidDocument.class
                            ? schema.invalid().iterator()
                            : schema.valid().iterator()));
            int skipped = 0;
            for (int number = 1; number <= wanted; number++) {
                Map<Integer, Object> values = new TreeMap<>();
                documents.forEach((index, iterator) -> values.put(index, iterator.next()));
                Throwable thrown = failure(values);
                if (thrown != null && !aborted(thrown)) {
                    throw smallest(values, thrown, number);
                }
                if (thrown != null && ++skipped == wanted) {
                    throw thrown;
                }
            }
        }

        private Class<?> type(int index) {
            return call.getExecutable().getParameterTypes()[index];
        }

        /** An assumption that does not hold for a document. Its class is not in the API that we compile against. */
        private static boolean aborted(Throwable thrown) {
            return thrown.getClass().getName().equals("org.opentest4j.TestAbortedException");
        }

        private @Nullable Throwable failure(Map<Integer, Object> values) {
            try {
                List<@Nullable Object> arguments = new ArrayList<>(call.getArguments());
                values.forEach((index, value) -> arguments.set(index, as(type(index), value)));
                ReflectionSupport.invokeMethod(
                        call.getExecutable(), call.getTarget().orElse(null), arguments.toArray());
                return null;
            } catch (VirtualMachineError e) {
                if (!(e instanceof StackOverflowError)) {
                    throw e;
                }
                return e;
            } catch (Throwable e) {
                return e;
            }
        }

        private static @Nullable Object as(Class<?> type, Object value) {
            if (type.isInstance(value)) {
                return value;
            }
            String json = value.toString();
            return type == JsonNode.class
                    ? Json.read(json)
                    : JsonMapper.builder().findAndAddModules().build().readValue(json, type);
        }

        private AssertionError smallest(Map<Integer, Object> values, Throwable first, int number) {
            long end = System.nanoTime() + SHRINKING;
            Map<Integer, Object> small = new TreeMap<>(values);
            schemas.forEach((index, schema) -> {
                if (small.get(index) instanceof String document) {
                    small.put(index, schema.shrink(document, smaller -> {
                        Map<Integer, Object> changed = new TreeMap<>(small);
                        changed.put(index, smaller);
                        Throwable again = System.nanoTime() > end ? null : failure(changed);
                        // Another exception is another defect.
                        return again != null && again.getClass() == first.getClass();
                    }));
                }
            });
            Throwable thrown = small.equals(values) ? first : failure(small);
            Method method = call.getExecutable();
            StringBuilder shown = new StringBuilder();
            small.forEach((index, value) -> shown.append("%n    %s = %s"
                    .formatted(
                            method.getParameters()[index].getName(),
                            value instanceof InvalidDocument invalid
                                    ? "%s at \"%s\" in %s"
                                            .formatted(invalid.mutation(), invalid.pointer(), invalid.json())
                                    : value)));
            Throwable cause = thrown == null ? first : thrown;
            return new AssertionError(
                    "[schema-test] %s.%s: failed with document %d of %d; the smallest that fails:%s%nTo repeat it: -D%s=%d%n%s"
                            .formatted(
                                    method.getDeclaringClass().getName(),
                                    method.getName(),
                                    number,
                                    wanted,
                                    shown,
                                    SEED,
                                    seed,
                                    cause),
                    cause);
        }
    }
}

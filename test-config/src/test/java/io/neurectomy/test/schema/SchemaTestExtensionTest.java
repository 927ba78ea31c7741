package io.neurectomy.test.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;

class SchemaTestExtensionTest {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @Test
    void showsTheSmallestFailingDocumentAndTheSeed() {
        assertThat(failure("refusesLongLists", "42"))
                .startsWith(
                        "[schema-test] io.neurectomy.test.schema.SchemaTestExtensionTest$Fixtures.refusesLongLists: failed with document ")
                .contains("To repeat it: -Dschema.seed=42", "two tags")
                // What "failed" asks for has to go in the same step as "failed": one at a time, it stays.
                .containsPattern(
                        "document = \\{\"id\":\"aaa\",\"state\":(\"idle\"|\"failed\",\"error\":\"\"),\"tags\":\\[\"\",\"a\"]}");
    }

    @Test
    void failsAlikeWithTheSameSeed() {
        assertThat(failure("refusesLongLists", "5")).isEqualTo(failure("refusesLongLists", "5"));
    }

    @Test
    void showsAnInvalidDocumentWithWhatWasChanged() {
        assertThat(failure("takesInvalidOnes", "1")).contains("REQUIRED at \"/id\" in {");
    }

    @Test
    void callsTheTestForEachDocument() {
        assertThat(failure("passes", "1")).isEmpty();
        assertThat(SEEN).hasSize(30);
    }

    @Test
    void skipsDocumentsThatAnAssumptionExcludes() {
        assertThat(failure("assumes", "1")).isEmpty();
    }

    @Test
    void readsOtherTypesWithJackson() {
        assertThat(failure("readsARecord", "1")).contains("[schema-test]", "\"kind\":\"group\"");
    }

    @Test
    void saysWhatIsWrongWithTheSetUp() {
        assertThat(failure("namesNoSchema", "1")).startsWith("[schema-not-found] none.json: no resource beside");
        assertThat(failure("passes", "many")).startsWith("[schema-seed] schema.seed=many: not a whole number.");
    }

    private static String failure(String method, String seed) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("schema.seed", seed)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .selectors(selectMethod(Fixtures.class, methodOf(method)))
                .build();
        Failure failure = new Failure();
        LauncherFactory.create().execute(request, failure);
        return failure.message;
    }

    private static java.lang.reflect.Method methodOf(String name) {
        return Optional.of(Fixtures.class.getDeclaredMethods()).stream()
                .flatMap(java.util.Arrays::stream)
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final class Failure implements TestExecutionListener {
        private String message = "";

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(thrown -> message = String.valueOf(thrown.getMessage()));
        }
    }

    /** Run by the tests above; static and nested, so that no build runs them by itself. */
    // The name is what the tests look for.
    @SuppressWarnings("test-class-name")
    static class Fixtures {

        @SchemaTest
        void refusesLongLists(@FromSchema("agent.schema.json") JsonNode document) {
            if (document.path("tags").size() > 1) {
                throw new AssertionError("two tags");
            }
        }

        @SchemaTest
        void takesInvalidOnes(@FromSchema("agent.schema.json") InvalidDocument document) {
            assertThat(document.mutation()).isNotEqualTo(Mutation.REQUIRED);
        }

        @SchemaTest(documents = 30)
        void passes(@FromSchema("agent.schema.json") String document, TestInfo info) {
            assertThat(info.getTestMethod()).isPresent();
            SEEN.add(document);
        }

        @SchemaTest
        void assumes(@FromSchema("/io/neurectomy/test/schema/tool.schema.json") String document) {
            assumeTrue(document.contains("\"kind\":\"http\""));
            assertThat(document).contains("url");
        }

        @SchemaTest
        void readsARecord(@FromSchema("io/neurectomy/test/schema/tool.schema.json") Tool tool) {
            assertThat(tool.kind()).isNotEqualTo("group");
        }

        @SchemaTest
        void namesNoSchema(@FromSchema("none.json") String document) {
            assertThat(document).isNotEmpty();
        }
    }

    /** What Jackson reads a tool as. */
    record Tool(String kind) {}
}

package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes regular expressions, and remembers those that are none. */
final class Patterns {

    private final SchemaGraph graph;
    private final Map<String, Optional<String>> literals = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Patterns(SchemaGraph graph) {
        this.graph = graph;
    }

    /** Returns the literal; empty if the text is no regular expression, so that no value can be held to it. */
    Optional<String> literal(String regex) {
        return literals.computeIfAbsent(regex, text -> {
            try {
                return Optional.of(EcmaPattern.parse(text).toJavaScript());
            } catch (InvalidPatternException invalid) {
                findings.put(
                        text,
                        new Finding(
                                "undecidable-pattern",
                                Finding.Severity.WARNING,
                                locate(text),
                                "pattern '" + text + "' is no regular expression of ECMA-262: at " + invalid.index()
                                        + ", " + invalid.getMessage() + ". Nothing is held to it. Correct it."));
                return Optional.empty();
            }
        });
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    private Location locate(String regex) {
        return graph.schemas().stream()
                .filter(schema -> schema.assertions().stream().anyMatch(assertion -> names(assertion, regex)))
                .findFirst()
                .map(Schema::location)
                .orElseGet(() -> graph.schema(graph.root()).location());
    }

    private static boolean names(Assertion assertion, String regex) {
        return (assertion instanceof Assertion.Pattern pattern
                        && pattern.regex().equals(regex))
                || (assertion instanceof Assertion.PatternProperties patterns
                        && patterns.schemas().containsKey(regex));
    }
}

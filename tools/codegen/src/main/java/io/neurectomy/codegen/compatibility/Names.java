package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which names a pattern matches, just as the validator does. */
final class Names {

    private static final SchemaId PATTERN = new SchemaId(0);

    private final Map<String, Evaluator> evaluators = new HashMap<>();

    boolean match(String pattern, String name) {
        return evaluators.computeIfAbsent(pattern, Names::evaluator).isValid(PATTERN, new Json.Str(name));
    }

    private static Evaluator evaluator(String pattern) {
        List<Assertion> assertions = List.of(new Assertion.Pattern(pattern));
        Schema schema = new Schema(PATTERN, new Location("", 1, 1, ""), "", false, assertions, Schema.Annotations.NONE);
        return new Evaluator(new SchemaGraph(PATTERN, List.of(schema)));
    }
}

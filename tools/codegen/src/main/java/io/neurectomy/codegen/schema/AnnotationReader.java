package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the annotations of one schema. A wrong one is only a warning: it changes no document's validity. */
final class AnnotationReader {

    private final JsonDocument document;
    private final Consumer<Finding> findings;
    private boolean any;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String comment;
    private @Nullable String format;
    private @Nullable Json defaultValue;
    private List<Json> examples = List.of();
    private boolean deprecated;
    private boolean readOnly;
    private boolean writeOnly;
    private final Map<String, Json> extensions = new LinkedHashMap<>();

    AnnotationReader(JsonDocument document, Consumer<Finding> findings) {
        this.document = document;
        this.findings = findings;
    }

    /** Takes a keyword if it is an annotation. */
    boolean read(String keyword, Json value) {
        switch (keyword) {
            case "title" -> title = text(keyword, value);
            case "description" -> description = text(keyword, value);
            case "$comment" -> comment = text(keyword, value);
            case "format" -> format = text(keyword, value);
            case "default" -> defaultValue = value;
            case "examples" -> {
                if (value instanceof Json.Arr array) {
                    examples = array.items();
                } else {
                    wrong(keyword, value, "an array");
                }
            }
            case "deprecated" -> deprecated = flag(keyword, value);
            case "readOnly" -> readOnly = flag(keyword, value);
            case "writeOnly" -> writeOnly = flag(keyword, value);
            default -> {
                if (!keyword.startsWith("x-")) {
                    return false;
                }
                extensions.put(keyword, value);
            }
        }
        any = true;
        return true;
    }

    Schema.Annotations finish() {
        return any
                ? new Schema.Annotations(
                        Optional.ofNullable(title),
                        Optional.ofNullable(description),
                        Optional.ofNullable(comment),
                        Optional.ofNullable(format),
                        Optional.ofNullable(defaultValue),
                        examples,
                        deprecated,
                        readOnly,
                        writeOnly,
                        Collections.unmodifiableMap(extensions))
                : Schema.Annotations.NONE;
    }

    private @Nullable String text(String keyword, Json value) {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        wrong(keyword, value, "a string");
        return null;
    }

    private boolean flag(String keyword, Json value) {
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        wrong(keyword, value, "true or false");
        return false;
    }

    private void wrong(String keyword, Json value, String expected) {
        findings.accept(new Finding(
                "keyword-type",
                Severity.WARNING,
                document.locate(value),
                "\"" + keyword + "\" is " + GraphBuilder.describe(value) + " and is ignored. Write " + expected + "."));
    }
}

package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two generations of Jackson: what they call the same things. Code is written for 3; for 2 its words are replaced. */
enum Jackson {
    /** {@code com.fasterxml.jackson}. */
    TWO,
    /** {@code tools.jackson}. */
    THREE;

    private static final Map<String, String> OLD_WORDS = Map.ofEntries(
            Map.entry("nextName", "nextFieldName"),
            Map.entry("currentName", "getCurrentName"),
            Map.entry("getString", "getText"),
            Map.entry("streamReadContext", "getParsingContext"),
            Map.entry("writeName", "writeFieldName"),
            Map.entry("writeStringProperty", "writeStringField"),
            Map.entry("stringValue", "textValue"),
            Map.entry("isString", "isTextual"),
            Map.entry("isContainer", "isContainerNode"),
            Map.entry("stringNode", "textNode"),
            Map.entry("StringNode", "TextNode"),
            Map.entry("ValueDeserializer", "JsonDeserializer"),
            Map.entry("ValueSerializer", "JsonSerializer"),
            Map.entry("SerializationContext", "SerializerProvider"));

    private static final Pattern WORD = Pattern.compile("\\b(" + String.join("|", OLD_WORDS.keySet()) + ")\\b");

    /** Returns a text with the words of this generation. */
    String words(String text) {
        return this == THREE
                ? text
                : WORD.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(OLD_WORDS.getOrDefault(found.group(), "")));
    }

    /** Returns a class of {@code jackson-core} or {@code jackson-databind} by the name that Jackson 3 has for it. */
    ClassName type(String part, String simpleName) {
        return ClassName.get((this == THREE ? "tools.jackson." : "com.fasterxml.jackson.") + part, words(simpleName));
    }

    ClassName parser() {
        return type("core", "JsonParser");
    }

    ClassName generator() {
        return type("core", "JsonGenerator");
    }

    ClassName token() {
        return type("core", "JsonToken");
    }

    ClassName node() {
        return type("databind", "JsonNode");
    }

    ClassName serialize() {
        return type("databind.annotation", "JsonSerialize");
    }

    ClassName deserialize() {
        return type("databind.annotation", "JsonDeserialize");
    }

    /** Says that a method reads or writes: Jackson 2's exceptions are checked. */
    MethodSpec.Builder throwing(MethodSpec.Builder method) {
        return this == THREE ? method : method.addException(IOException.class);
    }

    Optional<String> throwsClause() {
        return this == THREE ? Optional.empty() : Optional.of(" throws IOException");
    }
}

package io.neurectomy.codegen.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What several generated types need, written once into a class of the same package, and only the parts that are used. The
 * text lies in a resource, in parts that begin with {@code //: name needs other parts}: JavaPoet would add nothing to code
 * that is the same for every schema.
 */
final class Support {

    private static final Pattern HEADER = Pattern.compile("//: (\\w+)(?: needs (.*))?");
    private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Z]\\w*\\b");

    /** The folder of each class that the parts use. */
    private static final Map<String, String> PACKAGES = new TreeMap<>();

    static {
        for (String name :
                ("ArrayDeque ArrayList BitSet Collection Collections Deque HashMap HashSet IdentityHashMap LinkedHashMap "
                                + "LinkedHashSet List Map Optional Set")
                        .split(" ", -1)) {
            PACKAGES.put(name, "java.util");
        }
        PACKAGES.put("BigDecimal", "java.math");
        PACKAGES.put("BigInteger", "java.math");
        PACKAGES.put("IOException", "java.io");
        PACKAGES.put("UncheckedIOException", "java.io");
        PACKAGES.put("Consumer", "java.util.function");
        PACKAGES.put("Pattern", "java.util.regex");
        PACKAGES.put("Nullable", "org.jspecify.annotations");
        for (String name : "JsonGenerator JsonParser JsonToken JsonTokenId ObjectReadContext".split(" ", -1)) {
            PACKAGES.put(name, "JACKSON.core");
        }
        for (String name : ("DeserializationContext ValueDeserializer ValueSerializer SerializationContext JsonNode "
                        + "JsonDeserializer JsonSerializer SerializerProvider JsonMappingException")
                .split(" ", -1)) {
            PACKAGES.put(name, "JACKSON.databind");
        }
        for (String name : "ArrayNode JsonNodeFactory ObjectNode TreeTraversingParser".split(" ", -1)) {
            PACKAGES.put(name, "JACKSON.databind.node");
        }
        PACKAGES.put("MismatchedInputException", "JACKSON.databind.exc");
        PACKAGES.put("AccessPattern", "JACKSON.databind.util");
    }

    private final String name;
    private final Jackson jackson;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final SortedSet<String> used = new TreeSet<>();

    /** A part of the text. */
    private record Part(Set<String> needs, String text) {}

    Support(String resource, String name, Jackson jackson) {
        this.name = name;
        this.jackson = jackson;
        for (String part : read(resource + ".java.template").split("(?m)^(?=//: )", -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                Matcher header = HEADER.matcher(part.substring(0, end));
                if (header.matches()) {
                    Set<String> needs = header.group(2) == null
                            ? Set.of()
                            : Set.of(header.group(2).split(" ", -1));
                    parts.put(header.group(1), new Part(needs, part.substring(end + 1)));
                }
            }
        }
    }

    private static String read(String resource) {
        try (InputStream in = Support.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the generator lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Marks a part, and what it needs, as used. */
    void use(String part) {
        Part found = parts.get(part);
        if (found == null) {
            throw new IllegalArgumentException(name + " has no part " + part);
        }
        if (used.add(part)) {
            found.needs().forEach(this::use);
        }
    }

    boolean isUsed() {
        return !used.isEmpty();
    }

    String source(String packageName, String header, String javadoc) {
        StringBuilder body = new StringBuilder();
        parts.forEach((part, content) -> {
            if (used.contains(part)) {
                body.append('\n').append(content.text().stripTrailing()).append('\n');
            }
        });
        String code = jackson.words(body.toString()
                .replace("@throws@", jackson.throwsClause().orElse(""))
                .replace("@parse@", jackson == Jackson.THREE ? PARSE.indent(8) : PARSE_2.indent(8))
                .replace("\n\n    }", "\n    }"));
        if (jackson == Jackson.TWO) {
            code = code.replace(
                    NULL_VALUE.indent(8).stripTrailing(), NULL_VALUE_2.indent(8).stripTrailing());
        }
        code = code.replace("Json.", name + ".");
        SortedSet<String> imports = new TreeSet<>();
        Matcher word = IDENTIFIER.matcher(code);
        while (word.find()) {
            String folder = PACKAGES.get(word.group());
            if (folder != null) {
                imports.add(
                        folder.replace("JACKSON", jackson == Jackson.THREE ? "tools.jackson" : "com.fasterxml.jackson")
                                + "." + word.group());
            }
        }
        if (code.contains("JsonFactory.") || code.contains("new JsonFactory(")) {
            imports.add(
                    jackson == Jackson.THREE
                            ? "tools.jackson.core.json.JsonFactory"
                            : "com.fasterxml.jackson.core.JsonFactory");
        }
        imports.add("org.jspecify.annotations.NullMarked");
        List<String> lines = new ArrayList<>();
        imports.forEach(name -> lines.add("import " + name + ";"));
        return header + "package " + packageName + ";\n\n" + String.join("\n", lines) + "\n\n/** " + javadoc
                + " */\n@NullMarked\nfinal class " + name + " {\n    private " + name + "() {}\n" + code + "}\n";
    }

    /** Returns the type of a member that can be absent, {@code null} or a value. */
    static String presence(String name, String packageName, String header) {
        return header
                + read("Presence.java.template")
                        .replace("@package@", packageName)
                        .replace("Presence", name);
    }

    private static final String PARSE = """
                    try (JsonParser p = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
                        p.nextToken();
                        return tree(p);
                    }""";

    private static final String PARSE_2 = """
                    try (JsonParser p = new JsonFactory().createParser(text)) {
                        p.nextToken();
                        return tree(p);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }""";

    private static final String NULL_VALUE = """
                    public final @Nullable T getNullValue(DeserializationContext context) {
                        JsonParser p = context.getParser();
                        try {
                            return read(p);
                        } catch""";

    private static final String NULL_VALUE_2 = """
                    public final @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
                        JsonParser p = context.getParser();
                        try {
                            return read(p);
                        } catch (IOException failure) {
                            throw JsonMappingException.fromUnexpectedIOE(failure);
                        } catch""";
}

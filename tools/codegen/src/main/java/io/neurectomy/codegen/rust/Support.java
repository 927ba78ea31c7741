package io.neurectomy.codegen.rust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The private module at the end of a file that reads values and checks them: the parts that the file uses, out of
 * {@code reading.rs}, where each part begins with {@code //# name: the parts it needs}.
 */
final class Support {

    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z_0-9:])[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern PART = Pattern.compile("(?m)^//# ");
    private static final Pattern REGEX = Pattern.compile("&Regex\\b");
    private static final Map<String, Part> PARTS = parts();

    private final Set<String> used = new LinkedHashSet<>();
    private boolean looksAround;

    Support() {
        use("Invalid");
    }

    /** One part of the file. */
    private record Part(List<String> needs, String text) {}

    /** Notes that a part is called and returns its name. */
    String use(String name) {
        Part part = PARTS.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part named " + name);
        }
        if (used.add(name)) {
            part.needs().forEach(this::use);
        }
        return name;
    }

    boolean uses(String name) {
        return used.contains(name);
    }

    /** Notes that a pattern looks around or refers back, so that the crate regex does not do. */
    void lookAround() {
        looksAround = true;
        use("Pattern");
    }

    boolean looksAround() {
        return looksAround;
    }

    /** Returns the text of the module, without its {@code mod}. */
    String text() {
        StringBuilder parts = new StringBuilder();
        String separator = "";
        for (var part : PARTS.entrySet()) {
            if (used.contains(part.getKey())) {
                parts.append(separator).append(part.getValue().text());
                separator = "\n";
            }
        }
        String text = looksAround ? REGEX.matcher(parts).replaceAll("&Pattern") : parts.toString();
        return imports(text) + "\n" + text;
    }

    private static String imports(String text) {
        Set<String> words = new TreeSet<>();
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        StringBuilder uses = new StringBuilder();
        use(uses, words, "regex", "Regex");
        use(uses, words, "serde", "Deserialize", "Serialize");
        use(uses, words, "serde_json", "Map", "Number", "Value");
        use(uses, words, "std::cmp", "Ordering");
        use(uses, words, "std::collections", "BTreeMap", "BTreeSet", "HashMap", "HashSet");
        if (words.contains("fmt")) {
            uses.append("use std::fmt;\n");
        }
        use(uses, words, "std::ops", "Bound", "RangeBounds");
        return uses.toString();
    }

    private static void use(StringBuilder uses, Set<String> words, String path, String... names) {
        List<String> found = List.of(names).stream().filter(words::contains).toList();
        if (found.size() == 1) {
            uses.append("use ").append(path).append("::").append(found.get(0)).append(";\n");
        } else if (!found.isEmpty()) {
            uses.append("use ")
                    .append(path)
                    .append("::{")
                    .append(String.join(", ", found))
                    .append("};\n");
        }
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String part : PART.split(read(), -1)) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                String[] head = part.substring(0, end).split(":", 2);
                List<String> needs =
                        head.length < 2 ? List.of() : List.of(head[1].trim().split(" ", -1));
                parts.put(head[0], new Part(needs, part.substring(end + 1).strip() + "\n"));
            }
        }
        return parts;
    }

    private static String read() {
        try (InputStream in = Support.class.getResourceAsStream("reading.rs")) {
            if (in == null) {
                throw new IllegalStateException("reading.rs is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

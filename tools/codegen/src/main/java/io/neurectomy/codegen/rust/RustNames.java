package io.neurectomy.codegen.rust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names in Rust's conventions, clear of reserved words and of each other. */
final class RustNames {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "async",
            "await",
            "become",
            "box",
            "break",
            "const",
            "continue",
            "do",
            "dyn",
            "else",
            "enum",
            "extern",
            "false",
            "final",
            "fn",
            "for",
            "gen",
            "if",
            "impl",
            "in",
            "let",
            "loop",
            "macro",
            "match",
            "mod",
            "move",
            "mut",
            "override",
            "priv",
            "pub",
            "ref",
            "return",
            "static",
            "struct",
            "trait",
            "true",
            "try",
            "type",
            "typeof",
            "unsafe",
            "unsized",
            "use",
            "virtual",
            "where",
            "while",
            "yield");

    /** Words that can't even be raw identifiers. */
    private static final Set<String> PATHS = Set.of("self", "super", "crate");

    /** What generated code calls by its short name, and what the derived code of the standard library and serde does. */
    private static final Set<String> TAKEN = Set.of(
            "Self",
            "String",
            "Vec",
            "Option",
            "Some",
            "None",
            "Box",
            "Result",
            "Ok",
            "Err",
            "Value",
            "Map",
            "Number",
            "BTreeMap",
            "Serialize",
            "Deserialize",
            "Serializer",
            "Deserializer",
            "SerializeSeq",
            "Invalid",
            "Integer",
            "Never",
            "Regex",
            "Pattern",
            "LazyLock",
            "Members",
            "Items",
            "Memo",
            "Names",
            "Positions",
            "Bound",
            "TryFrom",
            "From",
            "Into",
            "Clone",
            "Copy",
            "Debug",
            "Default",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Hash",
            "Drop",
            "Fn",
            "FnMut",
            "FnOnce",
            "Send",
            "Sync",
            "Sized",
            "Unpin",
            "Iterator",
            "IntoIterator",
            "ToString",
            "ToOwned",
            "AsRef",
            "AsMut",
            "Extend",
            "Reader");

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> takenTypes = new HashSet<>();
    private final Scope functions = new Scope();
    private final Scope constants = new Scope();

    RustNames(Iterable<String> declarations) {
        List<String> renamed = new ArrayList<>();
        for (String name : declarations) {
            if (TAKEN.contains(name)) {
                renamed.add(name);
            } else {
                types.put(name, name);
                takenTypes.add(name);
            }
        }
        renamed.forEach(name -> types.put(name, freshType(name + "Type")));
    }

    /** Returns the name of a declaration. */
    String type(String declaration) {
        String name = types.get(declaration);
        if (name == null) {
            throw new IllegalArgumentException("no declaration named " + declaration);
        }
        return name;
    }

    /** Returns a new name of a type. */
    String freshType(String wanted) {
        String name = wanted;
        for (int i = 2; TAKEN.contains(name) || !takenTypes.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** Returns a new name of a private function; {@code verb_} keeps it clear of keywords and of what the support exports. */
    String function(String verb, String wanted) {
        return functions.unique(verb + "_" + snake(wanted, "value"));
    }

    /** Returns a new name of a pattern; its last word keeps it clear of types, which are values too where they are newtypes. */
    String constant(String wanted) {
        String name = snake(wanted, "").toUpperCase(Locale.ROOT);
        return constants.unique(name.isEmpty() ? "PATTERN" : name + "_PATTERN");
    }

    /** Names within one type. */
    static final class Scope {
        private final Set<String> taken = new HashSet<>();

        String unique(String wanted) {
            String name = wanted;
            for (int i = 2; !taken.add(name); i++) {
                name = wanted + (wanted.endsWith("_") ? "" : "_") + i;
            }
            return name;
        }

        String uniqueVariant(String wanted) {
            String name = wanted;
            for (int i = 2; !taken.add(name); i++) {
                name = wanted + i;
            }
            return name;
        }
    }

    /** Returns a field's name, without {@code r#}. */
    static String field(String jsonName) {
        String name = snake(jsonName, "field");
        return PATHS.contains(name) ? name + "_" : name;
    }

    /** Returns a name as it is written: raw, if it is a keyword. */
    static String raw(String name) {
        return KEYWORDS.contains(name) ? "r#" + name : name;
    }

    /** Returns the name of an enum's variant. */
    static String variant(String value) {
        String name = words(value).stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        if (name.isEmpty()) {
            return value.isEmpty() ? "Empty" : "Other";
        }
        if (Character.isDigit(name.charAt(0))) {
            return "N" + name;
        }
        return name.equals("Self") ? "SelfValue" : name;
    }

    static String snake(String text, String otherwise) {
        String name = String.join("_", words(text));
        if (name.isEmpty()) {
            return otherwise;
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** Splits at everything but ASCII letters and digits and at humps, in lower case: {@code HTTPServer2Go} is http_server2_go. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean upper = isUpper(c);
            boolean known = upper || isLower(c) || (c >= '0' && c <= '9');
            boolean hump = upper
                    && word.length() > 0
                    && (!isUpper(text.charAt(i - 1)) || (i + 1 < text.length() && isLower(text.charAt(i + 1))));
            if (word.length() > 0 && (!known || hump)) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (known) {
                word.append(c);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}

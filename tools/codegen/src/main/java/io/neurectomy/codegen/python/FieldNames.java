package io.neurectomy.codegen.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the fields of a class: snake case, apart from each other, from Python's words and from pydantic's. */
final class FieldNames {

    static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /**
     * What a field must not hide: attributes of {@code BaseModel}, and what annotations and methods of the same class
     * body name, since Python looks names up there first.
     */
    private static final Set<String> TAKEN = Set.of(
            "construct",
            "copy",
            "dict",
            "from_orm",
            "json",
            "parse_file",
            "parse_obj",
            "parse_raw",
            "schema",
            "schema_json",
            "update_forward_refs",
            "validate",
            "model_computed_fields",
            "model_config",
            "model_construct",
            "model_copy",
            "model_dump",
            "model_dump_json",
            "model_extra",
            "model_fields",
            "model_fields_set",
            "model_json_schema",
            "model_parametrized_name",
            "model_post_init",
            "model_rebuild",
            "model_validate",
            "model_validate_json",
            "model_validate_strings",
            "model_validator",
            "classmethod",
            "str",
            "int",
            "float",
            "bool",
            "list",
            "tuple",
            "object",
            "re",
            "self",
            "cls");

    private FieldNames() {}

    /** Returns the name of each field by its name in JSON, in the same order. */
    static Map<String, String> of(List<String> jsonNames) {
        Map<String, String> wanted = new LinkedHashMap<>();
        jsonNames.forEach(name -> wanted.put(name, snake(name)));
        Set<String> used = new HashSet<>();
        Map<String, String> names = new LinkedHashMap<>();
        // a name that needs no alias keeps it, whatever else comes down to the same word
        wanted.forEach((json, name) -> {
            if (json.equals(name)) {
                used.add(name);
            }
        });
        wanted.forEach((json, name) -> {
            String free = name;
            for (int i = 2; !json.equals(name) && !used.add(free); i++) {
                free = name + (name.endsWith("_") ? "" : "_") + i;
            }
            names.put(json, free);
        });
        return names;
    }

    private static String snake(String text) {
        String name = String.join("_", words(text)).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            name = text.isEmpty() ? "empty" : "field";
        } else if (Character.isDigit(name.charAt(0))) {
            name = "field_" + name;
        }
        return KEYWORDS.contains(name) || TAKEN.contains(name) ? name + "_" : name;
    }

    /** Returns the words: {@code parseHTTPHeader} is three, {@code ipv4} and {@code sha256} are one each. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWord(c)) {
                end(word, words);
                continue;
            }
            boolean upper = Character.isUpperCase(c);
            boolean afterLower = i > 0 && isWord(text.charAt(i - 1)) && !Character.isUpperCase(text.charAt(i - 1));
            boolean beforeLower = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
            if (upper && (afterLower || (beforeLower && word.length() > 1))) {
                end(word, words);
            }
            word.append(c);
        }
        end(word, words);
        return words;
    }

    private static boolean isWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}

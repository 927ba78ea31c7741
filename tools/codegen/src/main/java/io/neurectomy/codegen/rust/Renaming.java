package io.neurectomy.codegen.rust;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A rule of serde's {@code rename_all}.
 *
 * @param name its name in the attribute; empty for the names as they are
 * @param rule from a name in Rust to a name in JSON
 */
record Renaming(String name, UnaryOperator<String> rule) {

    private static final List<Renaming> FIELDS = List.of(
            new Renaming("", field -> field),
            new Renaming("camelCase", Renaming::camel),
            new Renaming("PascalCase", Renaming::pascal),
            new Renaming("kebab-case", field -> field.replace('_', '-')),
            new Renaming("SCREAMING_SNAKE_CASE", field -> field.toUpperCase(Locale.ROOT)));

    private static final List<Renaming> VARIANTS = List.of(
            new Renaming("", variant -> variant),
            new Renaming("lowercase", variant -> variant.toLowerCase(Locale.ROOT)),
            new Renaming("kebab-case", variant -> snake(variant).replace('_', '-')),
            new Renaming("snake_case", Renaming::snake),
            new Renaming(
                    "camelCase", variant -> variant.substring(0, 1).toLowerCase(Locale.ROOT) + variant.substring(1)),
            new Renaming("UPPERCASE", variant -> variant.toUpperCase(Locale.ROOT)),
            new Renaming("SCREAMING_SNAKE_CASE", variant -> snake(variant).toUpperCase(Locale.ROOT)));

    /** Returns the rule that leaves the fewest fields to be renamed one by one, the first of equals. */
    static Renaming ofFields(List<String> fields, List<String> jsonNames) {
        return best(FIELDS, fields, jsonNames);
    }

    /** Returns the rule that leaves the fewest variants to be renamed one by one, the first of equals. */
    static Renaming ofVariants(List<String> variants, List<String> jsonNames) {
        return best(VARIANTS, variants, jsonNames);
    }

    private static Renaming best(List<Renaming> rules, List<String> names, List<String> jsonNames) {
        Renaming best = rules.get(0);
        int fewest = Integer.MAX_VALUE;
        for (Renaming rule : rules) {
            int misses = 0;
            for (int i = 0; i < names.size(); i++) {
                misses += rule.rule().apply(names.get(i)).equals(jsonNames.get(i)) ? 0 : 1;
            }
            if (misses < fewest) {
                fewest = misses;
                best = rule;
            }
        }
        return best;
    }

    /** Returns whether the rule gives a name by itself. */
    boolean gives(String jsonName, String name) {
        return rule.apply(name).equals(jsonName);
    }

    private static String pascal(String field) {
        StringBuilder out = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    private static String camel(String field) {
        String pascal = pascal(field);
        return pascal.isEmpty() ? pascal : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    private static String snake(String variant) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < variant.length(); i++) {
            char c = variant.charAt(i);
            if (i > 0 && Character.isUpperCase(c)) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}

package io.neurectomy.codegen.graphql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes names of GraphQL, each once within its scope. */
final class SdlNames {

    private final Set<String> taken;
    private final UnaryOperator<String> key;

    /**
     * Creates a scope.
     *
     * @param reserved names that are taken from the start
     * @param caseMatters whether two names may differ by case only
     */
    SdlNames(Set<String> reserved, boolean caseMatters) {
        this.key = caseMatters ? name -> name : name -> name.toLowerCase(Locale.ROOT);
        this.taken = new HashSet<>();
        reserved.forEach(name -> taken.add(key.apply(name)));
    }

    /** Returns the name, or the name with the first free number from 2. */
    String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(key.apply(name)); i++) {
            name = wanted + i;
        }
        return name;
    }

    boolean isTaken(String name) {
        return taken.contains(key.apply(name));
    }

    /** Returns the name of a field: that in JSON, its illegal characters replaced. */
    static String field(String jsonName) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < jsonName.length(); i++) {
            char c = jsonName.charAt(i);
            name.append(isLegal(c) ? c : '_');
        }
        return legalStart(name.toString(), "field");
    }

    /** Returns the name of a value: upper case, words separated by underscores. */
    static String value(String text) {
        StringBuilder name = new StringBuilder();
        boolean humps = text.chars().anyMatch(c -> isLower((char) c));
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hump = humps && isUpper(c) && (isLower(before) || isDigit(before));
            if (hump) {
                name.append('_');
            }
            name.append(isLegal(c) ? Character.toUpperCase(c) : '_');
            before = c;
        }
        return legalStart(name.toString(), "VALUE");
    }

    /** Two underscores are GraphQL's own, and a digit can't begin a name. */
    private static String legalStart(String name, String otherwise) {
        String stripped = name;
        while (stripped.startsWith("__")) {
            stripped = stripped.substring(1);
        }
        if (stripped.isEmpty() || stripped.equals("_")) {
            return otherwise;
        }
        return isDigit(stripped.charAt(0)) ? "_" + stripped : stripped;
    }

    private static boolean isLegal(char c) {
        return isUpper(c) || isLower(c) || isDigit(c) || c == '_';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

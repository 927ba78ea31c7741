package io.neurectomy.codegen.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes names of declarations: upper camel case in ASCII, each given once, also without regard to case. */
final class Names {

    private static final int LONGEST = 60;
    private final Set<String> taken = new HashSet<>();

    /** Returns the name, or the name with the first free number from 2. */
    String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** Returns the name of something inside something else, or only its own where both would be too long to read. */
    static String nested(String outer, String inner) {
        return outer.length() + inner.length() > LONGEST ? inner : outer + inner;
    }

    /** Returns the name of one of many. */
    static String singular(String plural) {
        if (plural.matches(".*[a-z]ies") && plural.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.matches(".*(ss|x|ch|sh)es")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.matches(".*[a-z]s") && !plural.matches(".*(ss|us|is|[Ss]eries)") && plural.length() > 2
                ? plural.substring(0, plural.length() - 1)
                : plural + "Item";
    }

    /** Returns any text in upper camel case, {@code otherwise} if nothing is left of it. */
    static String camel(String text, String otherwise) {
        StringBuilder name = new StringBuilder();
        for (String word : words(text)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        if (name.length() == 0) {
            return otherwise;
        }
        String found = name.length() > LONGEST ? name.substring(0, LONGEST) : name.toString();
        return Character.isDigit(found.charAt(0)) ? otherwise + found : found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c < 128 && Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                // SHOUTED_WORDS read better as ShoutedWords; a word that is all there is may be an abbreviation
                String found = word.toString();
                boolean shouted =
                        found.length() > 1 && found.equals(found.toUpperCase(Locale.ROOT)) && hasSeparator(text);
                words.add(shouted ? found.charAt(0) + found.substring(1).toLowerCase(Locale.ROOT) : found);
                word.setLength(0);
            }
        }
        return words;
    }

    private static boolean hasSeparator(String text) {
        return text.indexOf('_') > 0 || text.indexOf('-') > 0;
    }
}

package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of a module. Those of types are the model's: no word that TypeScript reserves begins with an upper-case letter.
 * All others begin with a lower-case letter, and a prefix that is followed by an upper-case one, or the suffix
 * {@code Values}, tells them from each other; only an odd name of a type makes two of them equal.
 */
final class Names {

    private static final List<String> SUPPORT = List.of("json-checks", "schema-checks");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> checks = new HashMap<>();

    Names(Model model) {
        for (String name : model.declarations().keySet()) {
            taken.addAll(List.of("parse" + name, "format" + name, "is" + name));
        }
        for (Declaration declaration : model.declarations().values()) {
            String name = declaration.name();
            checks.put(name, unique("check" + name));
            if (declaration instanceof Declaration.Enumeration) {
                values.put(name, unique(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Values"));
            }
        }
    }

    /** Returns the constant that holds the values of an enumeration. */
    String values(String declaration) {
        return values.getOrDefault(declaration, declaration);
    }

    /** Returns the constant that checks a declared type. */
    String check(String declaration) {
        return checks.getOrDefault(declaration, declaration);
    }

    /** Returns the module's file without extension. */
    static String file(String root) {
        String kebab = root.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
        return SUPPORT.contains(kebab) ? kebab + "-type" : kebab;
    }

    String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}

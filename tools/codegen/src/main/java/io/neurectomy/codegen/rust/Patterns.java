package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regular expressions of a file, each once as a static. */
final class Patterns {

    private final RustNames names;
    private final Support support;
    private final List<Finding> findings;
    private final Map<String, Optional<String>> constants = new LinkedHashMap<>();
    private final Map<String, Said> said = new LinkedHashMap<>();

    Patterns(RustNames names, Support support, List<Finding> findings) {
        this.names = names;
        this.support = support;
        this.findings = findings;
    }

    /** How a pattern is said in Rust: for the crate regex, or as a tree of its own. */
    private record Said(String source, Optional<String> regex, String tree) {}

    /** Returns a reference to the static of a pattern; none if nobody can say what it means, which is found once. */
    Optional<String> reference(String pattern, String hint, Location location) {
        Optional<String> known = constants.get(pattern);
        if (known == null) {
            known = say(pattern, location).map(one -> {
                String name = names.constant(hint);
                said.put(name, one);
                return name;
            });
            constants.put(pattern, known);
        }
        return known.map(name -> "&" + name);
    }

    private Optional<Said> say(String pattern, Location location) {
        try {
            EcmaPattern ecma = EcmaPattern.parse(pattern);
            Optional<String> regex = ecma.toRust();
            if (regex.isPresent()) {
                return Optional.of(new Said(pattern, regex, ""));
            }
            Optional<String> tree = PatternTree.of(ecma.root());
            if (tree.isPresent()) {
                support.lookAround();
                return Optional.of(new Said(pattern, Optional.empty(), tree.get()));
            }
            undecidable(pattern, location, "names a property of Unicode that is not known");
        } catch (InvalidPatternException invalid) {
            undecidable(pattern, location, "is no regular expression of ECMA-262: " + invalid.getMessage());
        }
        return Optional.empty();
    }

    private void undecidable(String pattern, Location location, String why) {
        findings.add(new Finding(
                "undecidable-pattern",
                Finding.Severity.WARNING,
                location,
                "'pattern' '" + pattern + "' " + why + ". The code does not check it. Correct the pattern."));
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** Returns the statics, one after the other. */
    String text() {
        boolean trees = support.looksAround();
        String type = trees ? "Pattern" : "Regex";
        StringBuilder text = new StringBuilder();
        said.forEach((name, one) -> {
            String make = one.regex()
                    .map(regex -> support.use(trees ? "compiled" : "pattern") + "(" + Text.pattern(regex) + ")")
                    .orElseGet(() -> support.use("tree") + "(" + Text.pattern(one.source()) + ", " + one.tree() + ")");
            String line = "static " + name + ": LazyLock<" + type + "> = LazyLock::new(|| ";
            text.append(laidOut(line, make)).append('\n');
        });
        return text.toString();
    }

    private static String laidOut(String head, String make) {
        String line = head + make + ");";
        if (line.length() <= Code.LINE) {
            return line;
        }
        String second = line.replaceFirst("> = ", "> =\n    ");
        if (second.length() - second.indexOf('\n') - 1 <= Code.LINE) {
            return second;
        }
        int open = make.indexOf('(') + 1;
        String call = make.length() + 4 <= Code.LINE
                ? make
                : make.substring(0, open) + "\n        " + make.substring(open, make.length() - 1) + ",\n    )";
        return head + "{\n    " + call + "\n});";
    }
}

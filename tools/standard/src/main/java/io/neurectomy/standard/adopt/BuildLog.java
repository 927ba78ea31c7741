package io.neurectomy.standard.adopt;

import io.neurectomy.standard.adopt.Measured.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Maven printed in a run in which gates report and do not fail. These gates write no report but this one.
 *
 * @param modules what was found, by artifactId
 * @param unrecorded findings of rules that no baseline can hold, one line each
 */
public record BuildLog(Map<String, Measured> modules, List<String> unrecorded) {
    private static final Pattern GOAL = Pattern.compile(
            "\\[INFO] --- (?:maven-)?([a-z-]+?)(?:-maven)?(?:-plugin)?:[^:]+:([a-z-]+) \\(.*\\) @ (\\S+) ---.*");
    private static final Pattern DIAGNOSTIC =
            Pattern.compile("\\[(?:WARNING|ERROR)] (\\S.*\\.java:\\[[0-9]+,[0-9]+] )?(?:\\[([A-Za-z-]+)] )?.*");
    private static final Pattern DEPENDENCY = Pattern.compile("\\[(?:WARNING|ERROR)] {2,}([^\\s:]+:[^\\s:]+):.*");
    private static final Pattern BANNED =
            Pattern.compile("\\s*(?:\\[WARNING])?[\\s|+\\\\-]*([^\\s:]+:[^\\s:]+):\\S+.* <--- banned.*");
    private static final Pattern DIVERGENT =
            Pattern.compile(".*Dependency convergence error for ([^\\s:]+:[^\\s:]+):.*");
    private static final Pattern BELOW =
            Pattern.compile(".*Require upper bound dependencies error for ([^\\s:]+:[^\\s:]+):.*");
    // The messages of the build parent name their rule in brackets.
    private static final Pattern OURS = Pattern.compile("(?:\\[WARNING] )?(\\[[a-z]+(?:-[a-z]+)+] .*)");

    /**
     * Copies map and list.
     *
     * @param modules what was found
     * @param unrecorded what no baseline can hold
     */
    public BuildLog {
        modules = Map.copyOf(modules);
        unrecorded = List.copyOf(unrecorded);
    }

    /**
     * Reads the lines that Maven printed.
     *
     * @param lines without colour
     * @return what was found
     */
    public static BuildLog of(List<String> lines) {
        Map<String, Measured> modules = new LinkedHashMap<>();
        List<String> unrecorded = new ArrayList<>();
        Measured module = new Measured();
        String goal = "";
        Optional<Kind> list = Optional.empty();
        for (String line : lines) {
            Matcher head = GOAL.matcher(line);
            if (head.matches()) {
                goal = head.group(1);
                module = modules.computeIfAbsent(head.group(3), k -> new Measured());
                list = Optional.empty();
                continue;
            }
            switch (goal) {
                case "compiler" -> compiler(line, module);
                case "enforcer" -> enforcer(line, module, unrecorded);
                case "dependency" -> {
                    list = heading(line).or(keep(list));
                    Matcher dependency = DEPENDENCY.matcher(line);
                    if (list.isPresent() && dependency.matches()) {
                        module.add(list.get(), dependency.group(1));
                    }
                }
                default -> {
                    // The other gates write reports.
                }
            }
        }
        return new BuildLog(modules, unrecorded.stream().distinct().toList());
    }

    private static Supplier<Optional<Kind>> keep(Optional<Kind> list) {
        return () -> list;
    }

    private static Optional<Kind> heading(String line) {
        if (line.contains("Used undeclared dependencies found")) {
            return Optional.of(Kind.UNDECLARED);
        }
        if (line.contains("Unused declared dependencies found")) {
            return Optional.of(Kind.UNUSED);
        }
        return line.contains("Non-test scoped test only dependencies found")
                ? Optional.of(Kind.TEST_ONLY)
                : Optional.empty();
    }

    private static void compiler(String line, Measured module) {
        Matcher diagnostic = DIAGNOSTIC.matcher(line);
        if (!diagnostic.matches()) {
            return;
        }
        String category = diagnostic.group(2);
        if (category == null) {
            if (diagnostic.group(1) != null) {
                module.add(Kind.DOCLINT, diagnostic.group(1));
            }
        } else if (Character.isUpperCase(category.charAt(0))) {
            module.add(Kind.ERROR_PRONE, category);
        } else {
            module.add(Kind.LINT, category);
        }
    }

    private static void enforcer(String line, Measured module, List<String> unrecorded) {
        Map<Pattern, Kind> known = Map.of(BANNED, Kind.BANNED, DIVERGENT, Kind.DIVERGENT, BELOW, Kind.BELOW);
        known.forEach((pattern, kind) -> {
            Matcher found = pattern.matcher(line);
            if (found.matches()) {
                module.add(kind, found.group(1));
            }
        });
        Matcher ours = OURS.matcher(line);
        if (ours.matches()
                && !line.contains("[banned-dependency]")
                && !line.contains("[module-has-tests]")
                && !line.contains("[coverage-measured]")
                && !line.contains("[module-info]")) {
            unrecorded.add(ours.group(1));
        }
    }
}

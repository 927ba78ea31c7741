package io.neurectomy.standard.adopt;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the gates found in one module in a run in which none of them fails. Filled by its readers, then only read. */
public final class Measured {
    /** A list of the baseline in a POM. */
    enum Kind {
        /** Categories of javac's lint. */
        LINT,
        /** Checks of Error Prone. */
        ERROR_PRONE,
        /** Files with findings of doclint; its groups can't be told apart in javac's messages. */
        DOCLINT,
        /** Dependencies that are used and not declared. */
        UNDECLARED,
        /** Dependencies that are declared and not used. */
        UNUSED,
        /** Dependencies that only tests use. */
        TEST_ONLY,
        /** Banned dependencies. */
        BANNED,
        /** Dependencies whose versions do not converge. */
        DIVERGENT,
        /** Dependencies below a version that is asked for. */
        BELOW
    }

    private final Map<Kind, Set<String>> lists = new EnumMap<>(Kind.class);
    private final Map<String, String> floors = new TreeMap<>();
    private boolean moduleInfoAbsent;

    /** Creates a module in which nothing was found. */
    public Measured() {}

    void add(Kind kind, String what) {
        lists.computeIfAbsent(kind, k -> new TreeSet<>()).add(what);
    }

    Set<String> of(Kind kind) {
        return lists.getOrDefault(kind, Set.of());
    }

    /**
     * Records a coverage below the norm.
     *
     * @param counter {@code instruction}, {@code branch}, {@code method} or {@code line}
     * @param floor today's ratio, rounded down to two digits
     */
    public void floor(String counter, String floor) {
        floors.put(counter, floor);
    }

    Map<String, String> floors() {
        return floors;
    }

    /** Records that a library has no module declaration. */
    public void moduleInfoAbsent() {
        moduleInfoAbsent = true;
    }

    boolean isModuleInfoAbsent() {
        return moduleInfoAbsent;
    }

    /**
     * Counts the entries that a POM gets.
     *
     * @return how many
     */
    public int size() {
        int listed = lists.entrySet().stream()
                .mapToInt(e -> e.getKey() == Kind.DOCLINT ? 1 : e.getValue().size())
                .sum();
        return listed + floors.size() + (moduleInfoAbsent ? 1 : 0);
    }
}

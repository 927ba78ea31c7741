package io.neurectomy.standard.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an edit of the POMs took away from the build: a green build does not show it. */
public final class ModelDifferences {
    private ModelDifferences() {}

    /**
     * Compares a module before and after. What the build parent adds, and what it does in place of a plugin that it
     * replaces, is no difference.
     *
     * @param module the module's folder, for the texts
     * @param before what was in force
     * @param after what is in force
     * @return one line for each difference, empty if there is none
     */
    public static List<String> between(String module, ModuleFacts before, ModuleFacts after) {
        List<String> lines = new ArrayList<>();
        before.executions().stream()
                .filter(e -> !after.executions().contains(e))
                .filter(e -> !Governed.isReplaced(e.substring(0, e.lastIndexOf(':'))))
                .forEach(e -> lines.add(module + ": the goal " + e + " would not run any more"));
        before.resources().stream()
                .filter(r -> !after.resources().contains(r))
                .forEach(r -> lines.add(module + ": the resources " + r + " would not be copied any more"));
        for (Map.Entry<String, String> one : before.dependencies().entrySet()) {
            String now = after.dependencies().get(one.getKey());
            if (!one.getValue().equals(now)) {
                lines.add(module + ": the dependency " + one.getKey() + " was " + one.getValue() + ", would be "
                        + (now == null ? "gone" : now));
            }
        }
        if (before.release().isPresent() && !before.release().equals(after.release())) {
            lines.add(module + ": the Java release was " + before.release().get() + ", would be "
                    + after.release().orElse("none"));
        }
        return lines.stream().sorted().toList();
    }
}

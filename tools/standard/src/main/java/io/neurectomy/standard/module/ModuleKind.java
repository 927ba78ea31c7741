package io.neurectomy.standard.module;

import java.util.Arrays;
import java.util.Locale;

/** What a module is for. */
public enum ModuleKind {
    /** Others depend on it: it has a module declaration and a documented API. */
    LIBRARY,
    /** Nobody depends on it: it is started. */
    APPLICATION;

    /**
     * Reads the kind.
     *
     * @param id {@code library} or {@code application}
     * @return the kind
     * @throws RefusedException if it is neither
     */
    public static ModuleKind of(String id) throws RefusedException {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "[module-kind] -Dkind: there is no kind '" + id + "'. Use library or application."));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

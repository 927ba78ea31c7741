package io.neurectomy.standard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks Maven for effective models; whoever has a Maven at hand implements it. */
@FunctionalInterface
public interface EffectiveModels {
    /**
     * Builds the effective models of a repository's POMs. It must not throw for a POM that can't be built.
     *
     * @param poms absolute paths of the POMs, the root's first
     * @return what Maven makes of each; a path that is missing in the answer counts as unavailable
     */
    Map<Path, Effective> of(List<Path> poms);

    /**
     * Returns the source that knows nothing; rules that need an effective model then say so.
     *
     * @return a source whose answer is always empty
     */
    static EffectiveModels none() {
        return poms -> Map.of();
    }
}

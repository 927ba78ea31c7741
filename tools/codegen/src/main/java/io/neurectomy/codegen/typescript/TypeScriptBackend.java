package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.List;
import java.util.TreeMap;

/** Writes TypeScript. */
public final class TypeScriptBackend implements Backend {

    /** Creates the back end. */
    public TypeScriptBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        return new Output(new TreeMap<>(), List.of());
    }
}

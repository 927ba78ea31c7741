package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.List;
import java.util.TreeMap;

/** Writes structs and enums for serde. */
public final class RustBackend implements Backend {

    /** Creates the back end. */
    public RustBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        return new Output(new TreeMap<>(), List.of());
    }
}

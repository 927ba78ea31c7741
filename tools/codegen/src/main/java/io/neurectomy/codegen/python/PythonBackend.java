package io.neurectomy.codegen.python;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.List;
import java.util.TreeMap;

/** Writes pydantic 2 models. */
public final class PythonBackend implements Backend {

    /** Creates the back end. */
    public PythonBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        return new Output(new TreeMap<>(), List.of());
    }
}

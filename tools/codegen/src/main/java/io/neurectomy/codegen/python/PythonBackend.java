package io.neurectomy.codegen.python;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes one module of pydantic 2 models. */
public final class PythonBackend implements Backend {

    /** Creates the back end. */
    public PythonBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        Module module = new Module(model);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(fileName(model.root()), module.text());
        return new Output(files, module.findings());
    }

    private static String fileName(String root) {
        String name = root.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        return (FieldNames.KEYWORDS.contains(name) ? name + "_" : name) + ".py";
    }
}

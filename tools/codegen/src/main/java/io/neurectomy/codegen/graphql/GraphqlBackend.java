package io.neurectomy.codegen.graphql;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes GraphQL SDL: an object type and an input for each object, enums, unions of objects, and scalars for what SDL has
 * no words for. Names that SDL forbids are changed, and their description gives the name in JSON.
 */
public final class GraphqlBackend implements Backend {

    /** Creates the back end. */
    public GraphqlBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        Sdl sdl = new Sdl(model);
        TreeMap<String, String> files = new TreeMap<>();
        files.put(fileName(model.root()), sdl.text());
        return new Output(files, sdl.findings());
    }

    private static String fileName(String root) {
        return root.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT) + ".graphql";
    }
}

package io.neurectomy.codegen.markdown;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes reference documentation in Markdown (GitHub's flavour): a section for each type, with its properties, constraints
 * and examples, linked to each other. Texts of the schema are shown as they are and never become markup.
 */
public final class MarkdownBackend implements Backend {

    /** Creates the back end. */
    public MarkdownBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put(fileName(model.root()), new Reference(model).text());
        return new Output(files, List.of());
    }

    private static String fileName(String root) {
        return root.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT) + ".md";
    }
}

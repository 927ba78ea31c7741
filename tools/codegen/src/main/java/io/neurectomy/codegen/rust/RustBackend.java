package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Model;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes structs and enums for serde into one file.
 *
 * <p>Serde derives what writes them. What reads them goes through a {@code serde_json::Value}, because derived code is not
 * exact: it takes an array for a struct and an object for an enum's variant, {@code null} for an absent member, refuses
 * {@code 1.0} as an integer, and where it buffers ({@code flatten}, {@code tag}, {@code untagged}) it loses large numbers.
 */
public final class RustBackend implements Backend {

    /** Creates the back end. */
    public RustBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        RustFile file = new RustFile(model);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(RustNames.snake(model.root(), "root") + ".rs", file.write());
        return new Output(files, file.findings());
    }

    /**
     * Returns the feature of serde_json that the code of a model needs to keep every number.
     *
     * @param model the model
     * @return {@code arbitrary_precision}; empty if no value of the model can hold a number of more than 64 bits
     */
    public static Optional<String> serdeJsonFeature(Model model) {
        return Precision.isNeeded(model) ? Optional.of("arbitrary_precision") : Optional.empty();
    }
}

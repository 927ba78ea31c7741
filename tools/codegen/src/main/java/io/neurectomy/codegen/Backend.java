package io.neurectomy.codegen;

import io.neurectomy.codegen.model.Model;

/**
 * Writes a model in one language. To add a language, implement this and add it to {@link Language}.
 *
 * <p>Implementations are stateless and write the same bytes for the same model: no time stamps, no order of hashing,
 * {@code \n} at the end of each line.
 */
@FunctionalInterface
public interface Backend {

    /**
     * Writes the code.
     *
     * @param model the model; never changed
     * @param options how to name things
     * @return the files and what the language can't decide
     */
    Output emit(Model model, Options options);

    /**
     * What a user can choose.
     *
     * @param packageName the Java package or the name of the module, such as {@code gen}; dotted lower-case words
     * @param jackson 3, or 2; only Java reads it
     */
    record Options(String packageName, int jackson) {}
}

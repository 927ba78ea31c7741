package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Generator;
import picocli.CommandLine.IVersionProvider;

/** The version of the generator, for {@code --version}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"neurectomy-codegen " + Generator.version()};
    }
}

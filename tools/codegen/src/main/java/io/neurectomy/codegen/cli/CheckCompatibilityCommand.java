package io.neurectomy.codegen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two versions of a schema. */
@Command(
        name = "check-compatibility",
        description = "Tells whom a change of a schema breaks.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class CheckCompatibilityCommand implements Callable<Integer> {

    @Option(names = "--baseline", paramLabel = "OLD", required = true, description = "The schema before the change.")
    private @Nullable Path baseline;

    @Parameters(paramLabel = "NEW", description = "The schema after the change.")
    private @Nullable Path schema;

    CheckCompatibilityCommand() {}

    @Override
    public Integer call() {
        return Main.OK;
    }
}

package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Guarded;
import io.neurectomy.codegen.compatibility.Compatibility;
import io.neurectomy.codegen.compatibility.Incompatibility;
import io.neurectomy.codegen.compatibility.Mode;
import io.neurectomy.codegen.schema.SchemaReader;
import io.neurectomy.codegen.sdl.SdlChange;
import io.neurectomy.codegen.sdl.SdlCompatibility;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of a schema. */
@Command(
        name = "check-compatibility",
        description = "Tells whom a change of a schema breaks, by what the schemas mean and not by their text.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class CheckCompatibilityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--baseline", paramLabel = "OLD", required = true, description = "The schema before the change.")
    private Path baseline = Path.of("");

    @Parameters(paramLabel = "NEW", description = "The schema after the change.")
    private Path schema = Path.of("");

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "backward",
            description = "backward: who reads by the new schema reads what the old one allows (default). forward: who"
                    + " reads by the old one reads what the new one allows. full: both.")
    private String mode = "backward";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "For the comparison (${DEFAULT-VALUE}).")
    private int timeout = 60;

    CheckCompatibilityCommand() {}

    @Override
    public Integer call() {
        Mode asked = Mode.of(mode)
                .orElseThrow(() -> usage(
                        "[unknown-mode] --mode: there is no mode '" + mode + "'. Use backward, forward or full."));
        if (timeout < 1) {
            throw usage("[timeout] --timeout: " + timeout + " is no time. Give it in seconds, 1 or more.");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            Inputs.requireReadable(baseline);
            Inputs.requireReadable(schema);
            if (isSdl(baseline) || isSdl(schema)) {
                return compareSdl(asked, err);
            }
            return Guarded.run(() -> compare(asked, err), Duration.ofSeconds(timeout));
        } catch (Guarded.FailedException e) {
            err.println(e.getMessage());
            err.println(again(asked));
            return Main.FINDINGS;
        } catch (IOException e) {
            throw usage(Inputs.explain("readable-file", schema, e));
        }
    }

    private int compare(Mode asked, PrintWriter err) {
        SchemaReader.@Nullable Resolved old = read(baseline, err);
        SchemaReader.@Nullable Resolved now = read(schema, err);
        if (old == null || now == null) {
            err.println(again(asked));
            return Main.FINDINGS;
        }
        List<Incompatibility> found = Compatibility.compare(old.graph(), now.graph(), asked);
        if (found.isEmpty()) {
            spec.commandLine().getOut().println(asked.id() + " compatible: " + schema + " with " + baseline);
            return Main.OK;
        }
        found.forEach(err::println);
        err.println(again(asked));
        return Main.FINDINGS;
    }

    private static boolean isSdl(Path file) {
        return file.toString().endsWith(".graphql") || file.toString().endsWith(".graphqls");
    }

    private int compareSdl(Mode asked, PrintWriter err) {
        if (asked != Mode.BACKWARD) {
            throw usage("[sdl-mode] --mode: GraphQL SDL is compared for clients by the old schema only. Use backward.");
        }
        SdlCompatibility.Comparison found = SdlCompatibility.compare(baseline, schema, LocalDate.now(ZoneOffset.UTC));
        found.findings().forEach(err::println);
        found.changes().stream()
                .filter(change -> change.severity() != SdlChange.Severity.SAFE)
                .forEach(err::println);
        if (found.failures() == 0) {
            spec.commandLine().getOut().println(asked.id() + " compatible: " + schema + " with " + baseline);
            return Main.OK;
        }
        err.println(again(asked));
        return Main.FINDINGS;
    }

    private static SchemaReader.@Nullable Resolved read(Path file, PrintWriter err) {
        SchemaReader.Resolved read = Generator.read(List.of(file), List.of(), Optional.of("Root"));
        List<Finding> errors = new ArrayList<>(read.findings());
        errors.removeIf(finding -> finding.severity() == Finding.Severity.WARNING);
        errors.forEach(err::println);
        return read.isUsable() ? read : null;
    }

    private String again(Mode asked) {
        return "Repair the schema, then run: " + spec.qualifiedName() + " --baseline " + baseline + " --mode "
                + asked.id() + " " + schema;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

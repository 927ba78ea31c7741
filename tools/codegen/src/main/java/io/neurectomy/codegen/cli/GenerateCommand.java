package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Guarded;
import io.neurectomy.codegen.Language;
import io.neurectomy.codegen.OutputFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates the code of one schema, or of many by a file of jobs. */
@Command(
        name = "generate",
        description = {
            "Generates the code of a schema.",
            "",
            "What the language can't decide when it reads a document is a warning: the code is written and accepts more"
                    + " than the schema."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "SCHEMA",
            description = "A file: JSON Schema (draft-07, 2019-09, 2020-12), or GraphQL SDL (.graphql). Several with"
                    + " --definitions.")
    private List<Path> schemas = List.of();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "java, typescript, rust, python, graphql or markdown.")
    private @Nullable String language;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The folder for the code; nothing outside is written.")
    private @Nullable Path output;

    @Option(
            names = "--root",
            paramLabel = "NAME",
            defaultValue = "Root",
            description = "The type of the whole document (${DEFAULT-VALUE}).")
    private String root = "Root";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "gen",
            description = "The package or module (${DEFAULT-VALUE}).")
    private String packageName = "gen";

    @Option(
            names = "--jackson",
            paramLabel = "2|3",
            defaultValue = "3",
            description = "The version that Java code is for (${DEFAULT-VALUE}).")
    private int jackson = 3;

    @Option(
            names = "--refs",
            paramLabel = "DIR",
            description = "A further folder that $$ref may reach, besides the schema's own. Can be repeated.")
    private List<Path> refs = List.of();

    @Option(names = "--definitions", description = "Generates everything that the files define; no type is the root.")
    private boolean definitions;

    @Option(names = "--strict", description = "What the language can't decide is an error.")
    private boolean strict;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the findings as JSON, too.")
    private @Nullable Path report;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "For one schema (${DEFAULT-VALUE}).")
    private int timeout = 60;

    @Option(
            names = "--batch",
            paramLabel = "JOBS.jsonl",
            description =
                    "Runs a job a line, {\"id\",\"schema\",\"language\",\"out\",\"name\"}, and writes <out>/status.json of each.")
    private @Nullable Path batch;

    GenerateCommand() {}

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw usage("[timeout] --timeout: " + timeout + " is no time. Give it in seconds, 1 or more.");
        }
        if (jackson != 2 && jackson != 3) {
            throw usage("[jackson] --jackson: there is no code for Jackson " + jackson + ". Use 2 or 3.");
        }
        Path jobs = batch;
        return jobs == null ? one() : all(jobs);
    }

    private int all(Path jobs) {
        if (!schemas.isEmpty() || language != null || output != null) {
            throw usage(
                    "[batch] --batch: the jobs name their own schema, language and output. Remove those given here.");
        }
        try {
            return new Batch(this::request, Duration.ofSeconds(timeout), out()).run(Inputs.lines(jobs));
        } catch (IOException e) {
            throw usage(Inputs.explain("readable-file", jobs, e));
        }
    }

    private int one() {
        Path from = schemas.isEmpty() ? null : schemas.get(0);
        String in = language;
        Path to = output;
        if (from == null || in == null || to == null) {
            throw usage("[missing-option] generate: "
                    + (from == null ? "no schema" : in == null ? "no --language" : "no --output")
                    + " is given. Write: generate --language java --root Root --package gen --output DIR SCHEMA");
        }
        Generator.Request request;
        try {
            request = request(schemas, in, definitions ? Optional.empty() : Optional.of(root));
            for (Path schema : schemas) {
                Inputs.requireReadable(schema);
            }
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw usage(Inputs.explain("readable-file", from, e));
        }
        Generator.Result result;
        try {
            result = Guarded.run(() -> Generator.generate(request), Duration.ofSeconds(timeout));
        } catch (Guarded.FailedException e) {
            err().println(placed(String.valueOf(e.getMessage()), from));
            err().println(again(request, to));
            return Main.FINDINGS;
        }
        return settle(request, result, to);
    }

    private int settle(Generator.Request request, Generator.Result result, Path to) {
        for (Finding finding : result.findings()) {
            boolean warning = finding.severity() == Finding.Severity.WARNING && !strict;
            err().println((warning ? "warning: " : "") + finding);
        }
        boolean failed = result.failed() || (strict && !result.findings().isEmpty());
        try {
            if (report != null) {
                Path parent = report.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(report, Report.of(request, result).text() + "\n");
            }
            if (failed) {
                err().println(again(request, to));
                return Main.FINDINGS;
            }
            OutputFolder.Change change = new OutputFolder(to, request.id()).write(result.files());
            out().println(
                            change.isEmpty()
                                    ? "Unchanged: " + counted(change.unchanged(), "file") + " in " + to
                                    : "Wrote " + counted(change.written().size(), "file") + " to " + to
                                            + (change.removed().isEmpty()
                                                    ? ""
                                                    : ", removed "
                                                            + change.removed().size()));
            return Main.OK;
        } catch (IOException e) {
            throw usage(Inputs.explain("writable-output", to, e));
        }
    }

    private Generator.Request request(List<Path> from, String in, Optional<String> name) {
        Language known = Language.of(in)
                .orElseThrow(() -> new IllegalArgumentException("[unknown-language] --language: there is no language '"
                        + in + "'. Use one of " + String.join(", ", Language.ids()) + "."));
        if (name.isPresent() && !Generator.isTypeName(name.get())) {
            throw new IllegalArgumentException("[root-name] --root: '" + name.get()
                    + "' is no name of a type. Use letters and digits, an upper-case letter first, such as Root.");
        }
        if (name.isPresent() && from.size() > 1) {
            throw new IllegalArgumentException(
                    "[one-root] generate: several schemas can't be one document. Name one, or add --definitions.");
        }
        if (!Generator.isPackage(packageName)) {
            throw new IllegalArgumentException("[package-name] --package: '" + packageName
                    + "' is no package. Use words of lower-case letters and digits, separated by dots, such as gen.");
        }
        return new Generator.Request(from, refs, known, name, new Backend.Options(packageName, jackson));
    }

    /** Generates for a job of a batch, with the options that stand for all of them. */
    private Generator.Request request(Batch.Job job) {
        return request(List.of(job.schema()), job.language(), Optional.of(job.name()));
    }

    private static String placed(String message, Path file) {
        int end = message.indexOf("] ") + 1;
        return message.substring(0, end) + " " + file + ":1:1 #:" + message.substring(end);
    }

    private String again(Generator.Request request, Path to) {
        return "Nothing was written. Repair the schema, then run: " + spec.qualifiedName() + " --language "
                + request.language().id() + (definitions ? " --definitions" : " --root " + root) + " --package "
                + request.options().packageName() + " --output " + to + (strict ? " --strict " : " ")
                + schemas.stream().map(Path::toString).collect(Collectors.joining(" "));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

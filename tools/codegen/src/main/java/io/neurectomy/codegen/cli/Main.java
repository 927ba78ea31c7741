package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Guarded;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. It ends with 0 if all is well, 1 if there are findings, 2 if it was called wrongly. */
@Command(
        name = "neurectomy-codegen",
        description = "Generates code from JSON Schema, and tells whom a change of a schema breaks.",
        subcommands = {GenerateCommand.class, CheckCompatibilityCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    /** All is well. */
    static final int OK = 0;

    /** There are errors in the schemas, or breaks. */
    static final int FINDINGS = 1;

    /** The command can't be carried out as it was given. */
    static final int USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /**
     * Runs the command line and ends the virtual machine.
     *
     * @param arguments the command and its options
     */
    @SuppressWarnings("no-console") // The console is this command's output.
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /**
     * Runs the command line.
     *
     * @param arguments the command and its options
     * @param out gets what was asked for
     * @param err gets what is wrong
     * @return 0 if all is well, 1 if there are findings, 2 if it was called wrongly
     */
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler((e, failed, parsed) -> {
                    err.println("[internal-error] " + failed.getCommandName() + ": " + Guarded.describe(e)
                            + " This is a mistake of the generator: report it with the schema.");
                    return FINDINGS;
                });
        int code = command.execute(arguments.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    private static int explain(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String message =
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        PrintWriter err = command.getErr();
        err.println(message.startsWith("[") ? message : "[usage] " + command.getCommandName() + ": " + ended(message));
        err.println("To see every option: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? Name "
                        + String.join(" or ", spec.subcommands().keySet()).toLowerCase(Locale.ROOT) + ".");
    }
}

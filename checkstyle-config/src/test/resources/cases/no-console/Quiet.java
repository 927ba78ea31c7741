package app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Prints elsewhere. */
public final class Quiet {
    private final System.Logger log = System.getLogger("app");
    private String out = "";

    private Quiet() {}

    String run(Exception e, Quiet system) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        log.log(System.Logger.Level.INFO, this.out + system.out);
        return text + System.lineSeparator() + "System.out.println(1)";
    }

    @SuppressWarnings("no-console") // The console is this command's output.
    void print() {
        System.out.println(out);
    }
}

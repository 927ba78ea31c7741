package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Guarded;
import io.neurectomy.codegen.Language;
import io.neurectomy.codegen.OutputFolder;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import io.neurectomy.codegen.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many jobs in one process, in their order; one that fails has its own status and stops no other. */
final class Batch {

    /** A crate says this in its Cargo.toml; who compiles the file alone must be told: without it numbers are rounded. */
    private static final String RUST_FEATURES = "{\"rust_serde_json\":\"arbitrary_precision\"}";

    private final Function<Job, Generator.Request> requests;
    private final Duration limit;
    private final PrintWriter out;

    Batch(Function<Job, Generator.Request> requests, Duration limit, PrintWriter out) {
        this.requests = requests;
        this.limit = limit;
        this.out = out;
    }

    /** One line of the file. */
    record Job(String id, Path schema, String language, Path out, String name) {}

    /** A line that is no job. */
    private static final class NoJobException extends Exception {
        private static final long serialVersionUID = 1L;

        NoJobException(String message) {
            super(message);
        }
    }

    int run(List<String> lines) {
        int failed = 0;
        int jobs = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            jobs++;
            try {
                Job job = job(lines.get(i));
                Optional<String> error = run(job);
                if (error.isPresent()) {
                    failed++;
                    out.println(job.id() + ": " + error.get());
                }
            } catch (NoJobException e) {
                failed++;
                out.println("[job] line " + (i + 1) + ": " + e.getMessage());
            }
        }
        out.println(jobs + " jobs, " + failed + " failed.");
        return failed == 0 ? Main.OK : Main.FINDINGS;
    }

    private Optional<String> run(Job job) {
        long start = System.nanoTime();
        Optional<String> error = error(job);
        BigDecimal ms = BigDecimal.valueOf(System.nanoTime() - start)
                .divide(BigDecimal.valueOf(1_000_000), 3, RoundingMode.HALF_UP);
        Map<String, Json> status = new LinkedHashMap<>();
        status.put("ok", new Json.Bool(error.isEmpty()));
        status.put("ms", new Json.Num(ms));
        status.put("error", error.<Json>map(Json.Str::new).orElse(new Json.Null()));
        try {
            Files.createDirectories(job.out());
            Files.writeString(job.out().resolve("status.json"), new Json.Obj(status).text() + "\n");
            return error;
        } catch (IOException e) {
            return Optional.of(Inputs.explain("writable-output", job.out(), e));
        }
    }

    private Optional<String> error(Job job) {
        try {
            Generator.Request request = requests.apply(job);
            Inputs.requireReadable(job.schema());
            Generator.Result result = Guarded.run(() -> Generator.generate(request), limit);
            if (result.failed()) {
                return Optional.of(result.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(Finding::toString)
                        .collect(Collectors.joining("\n")));
            }
            new OutputFolder(job.out(), request.id()).write(result.files());
            if (request.language() == Language.RUST) {
                Files.writeString(job.out().resolve("harness.json"), RUST_FEATURES + "\n");
            }
            return Optional.empty();
        } catch (IllegalArgumentException | Guarded.FailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(Inputs.explain("job-files", job.schema(), e));
        }
    }

    private static Job job(String line) throws NoJobException {
        JsonReader.Result read = JsonReader.read("jobs", line.getBytes(StandardCharsets.UTF_8));
        if (!(read.document().map(JsonDocument::root).orElse(new Json.Null()) instanceof Json.Obj object)) {
            throw new NoJobException("is no JSON object. Write {\"id\",\"schema\",\"language\",\"out\",\"name\"}.");
        }
        try {
            Path out = Path.of(text(object, "out"));
            return new Job(
                    object.members().containsKey("id") ? text(object, "id") : out.toString(),
                    Path.of(text(object, "schema")),
                    text(object, "language"),
                    out,
                    object.members().containsKey("name") ? text(object, "name") : "Root");
        } catch (InvalidPathException e) {
            throw new NoJobException("'" + e.getInput() + "' is no path. Correct it.");
        }
    }

    private static String text(Json.Obj job, String member) throws NoJobException {
        if (job.members().get(member) instanceof Json.Str text) {
            return text.value();
        }
        throw new NoJobException("has no text '" + member + "'. Add it.");
    }
}

package io.neurectomy.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void writesOnceAndThenNothing() throws IOException {
        String schema = write("a.json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
        String output = folder.resolve("out").toString();
        assertThat(run("generate", "--language", "java", "--output", output, schema))
                .isZero();
        assertThat(folder.resolve("out/gen/Root.java")).exists();
        assertThat(run("generate", "--language", "java", "--output", output, schema))
                .isZero();
        assertThat(out.toString()).contains("Unchanged");
    }

    @Test
    void namesThePlaceOfAMistakeAndTheCommandThatRepairs() throws IOException {
        String schema = write("a.json", "{\"type\":");
        int code = run("generate", "--language", "rust", "--output", folder.toString(), schema);
        assertThat(code).isEqualTo(Main.FINDINGS);
        assertThat(err.toString()).contains(":1:9 #").contains("then run: ").doesNotContain("\tat ");
    }

    @Test
    void tellsAWrongCallFromAWrongSchema() {
        assertThat(run("generate", "--language", "cobol", "--output", "x", "y")).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("[unknown-language]");
        assertThat(run("generate", "--language", "java", "--output", "x", folder.toString()))
                .isEqualTo(Main.USAGE);
        assertThat(run()).isEqualTo(Main.USAGE);
    }

    @Test
    void goesOnWithABatchAfterAJobThatFails() throws IOException {
        String good = write("good.json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
        String jobs = write(
                "jobs.jsonl",
                job("bad", folder.resolve("missing.json").toString()) + "\n" + "nonsense\n" + job("good", good) + "\n");
        assertThat(run("generate", "--batch", jobs)).isEqualTo(Main.FINDINGS);
        assertThat(folder.resolve("bad/status.json")).content().contains("\"ok\":false");
        assertThat(folder.resolve("good/status.json")).content().contains("\"ok\":true");
        assertThat(folder.resolve("good/root.py")).exists();
    }

    @Test
    void comparesTwoVersions() throws IOException {
        String old = write("old.json", "{\"type\":\"string\"}");
        String now = write("new.json", "{\"type\":\"string\",\"minLength\":1}");
        assertThat(run("check-compatibility", "--baseline", old, now)).isEqualTo(Main.FINDINGS);
        assertThat(err.toString()).contains("[bound-tightened]").contains("such as \"\"");
        assertThat(run("check-compatibility", "--baseline", old, now, "--mode", "forward"))
                .isZero();
        assertThat(run("check-compatibility", "--baseline", old, now, "--mode", "x"))
                .isEqualTo(Main.USAGE);
    }

    @Test
    void comparesTwoVersionsOfGraphql() throws IOException {
        String old = write("old.graphql", "type Query { a: Int b: Status } enum Status { UP }");
        String fine = write("fine.graphql", "type Query { a: Int b: Status } enum Status { UP DOWN }");
        String now = write("new.graphql", "type Query { b: Status } enum Status { UP }");
        assertThat(run("check-compatibility", "--baseline", old, fine)).isZero();
        assertThat(err.toString()).contains("[enum-value-added]").contains("Status.DOWN");
        assertThat(run("check-compatibility", "--baseline", old, now)).isEqualTo(Main.FINDINGS);
        assertThat(err.toString()).contains("[field-removed]").contains("Query.a: was Int, is absent");
        assertThat(run("check-compatibility", "--baseline", old, now, "--mode", "full"))
                .isEqualTo(Main.USAGE);
    }

    private String job(String id, String schema) {
        return "{\"id\":\"" + id + "\",\"schema\":\"" + schema + "\",\"language\":\"python\",\"out\":\""
                + folder.resolve(id) + "\",\"name\":\"Root\"}";
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }
}

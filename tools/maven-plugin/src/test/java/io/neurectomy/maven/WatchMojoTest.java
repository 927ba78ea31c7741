package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchMojoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private Path schema = Path.of("");

    @BeforeEach
    void writeASchema() throws Exception {
        schema = Schemas.write(folder.resolve("src/main/schemas/customer.schema.json"), Schemas.CUSTOMER);
    }

    @Test
    void generatesAtEachChangeAndOutlivesAMistake() throws Exception {
        WatchMojo watch = watch();
        Thread thread = new Thread(() -> {
            try {
                watch.execute();
            } catch (Exception e) {
                lines.add("ENDED " + e.getMessage());
            }
        });
        thread.start();
        try {
            await("INFO Generated: wrote ");
            await("INFO Watching ");
            Files.writeString(schema, "{\"type\": ");
            await("ERROR [");
            Files.writeString(schema, Schemas.CUSTOMER.replace("\"name\"", "\"fullName\""));
            await("INFO customer.schema.json changed: wrote ");
            assertThat(folder.resolve("out/com/acme/Customer.java")).content().contains("String fullName");
        } finally {
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
        }
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void refusesAConfigurationThatNoChangeOfASchemaMends() {
        WatchMojo watch = watch();
        watch.languages = List.of("cobol");
        assertThatThrownBy(watch::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("cobol");
    }

    @Test
    void refusesAJar() throws Exception {
        DefaultArtifact artifact = new DefaultArtifact(
                "com.acme", "schemas", "1.0.0", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(Schemas.jar(folder.resolve("acme.jar"), "order.schema.json", Schemas.CUSTOMER)
                .toFile());
        WatchMojo watch = watch();
        watch.project.setArtifacts(Set.of(artifact));
        watch.dependency = "com.acme:schemas";
        assertThatThrownBy(watch::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[watch] com.acme:schemas: is a jar");
    }

    private void await(String start) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String line = "";
        while (!line.startsWith(start)) {
            String next = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(next)
                    .as("a line that begins with " + start + ", after: " + line)
                    .isNotNull();
            line = String.valueOf(next);
        }
    }

    private WatchMojo watch() {
        WatchMojo watch = new WatchMojo();
        watch.project = Schemas.module(folder);
        watch.packageName = "com.acme";
        watch.output = folder.resolve("out").toFile();
        watch.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add("INFO " + content);
            }

            @Override
            public void error(CharSequence content) {
                lines.add("ERROR " + content);
            }
        });
        return watch;
    }
}

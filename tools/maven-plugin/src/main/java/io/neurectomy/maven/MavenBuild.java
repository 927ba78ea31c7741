package io.neurectomy.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/**
 * Another run of the Maven that runs, with its settings and its local repository: the POMs have changed since this one
 * read them.
 *
 * @param success whether it ended well
 * @param lines what it printed
 */
record MavenBuild(boolean success, List<String> lines) {
    static MavenBuild run(MavenSession session, Path folder, String... goals) throws IOException {
        MavenExecutionRequest request = session.getRequest();
        boolean windows = File.separatorChar == '\\';
        Path home = Path.of(session.getSystemProperties().getProperty("maven.home", ""));
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
        command.addAll(List.of("--batch-mode", "--fail-at-end", "--no-transfer-progress", "-Dstyle.color=never"));
        if (request.isOffline()) {
            command.add("--offline");
        }
        // Maven names its default place of settings also where there are none, and refuses it when it is named to it.
        if (request.getUserSettingsFile() != null
                && request.getUserSettingsFile().exists()) {
            command.addAll(List.of("--settings", request.getUserSettingsFile().getPath()));
        }
        command.add("-Dmaven.repo.local=" + request.getLocalRepositoryPath());
        session.getUserProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(goals));
        Process maven = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = maven.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line.replaceAll("\u001B\\[[0-9;]*m", ""));
            }
            Path log = folder.resolve("target/neurectomy/maven.log");
            Files.createDirectories(log.getParent());
            Files.write(log, lines);
            return new MavenBuild(maven.waitFor() == 0, List.copyOf(lines));
        } catch (InterruptedException e) {
            maven.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    List<String> errors() {
        return lines.stream()
                .filter(line -> line.startsWith("[ERROR]") && line.length() > 10)
                .distinct()
                .limit(10)
                .toList();
    }
}

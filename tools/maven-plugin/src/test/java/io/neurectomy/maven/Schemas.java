package io.neurectomy.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;

/** Modules and schemas for the goals that generate. */
final class Schemas {
    static final String CUSTOMER = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "required": ["name"],
              "properties": {"name": {"type": "string", "maxLength": 40}}
            }
            """;

    private Schemas() {}

    static MavenProject module(Path folder) {
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        project.setVersion("1.0.0-SNAPSHOT");
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        build.setFinalName("shop-1.0.0-SNAPSHOT");
        project.setBuild(build);
        return project;
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static Path jar(Path file, String entry, String text) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}

package io.neurectomy.maven;

import io.neurectomy.standard.report.BadgeReport;
import io.neurectomy.standard.report.HtmlReport;
import io.neurectomy.standard.report.JsonReport;
import io.neurectomy.standard.report.Report;
import io.neurectomy.standard.report.SarifReport;
import io.neurectomy.standard.report.UnreadableReportException;
import io.neurectomy.standard.report.model.AuditReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The files of an audit: earlier reports that it reads, and the reports that it writes. */
final class AuditReports {
    /** A format in which an audit is written to a file. */
    enum Format {
        HTML("audit.html"),
        JSON("audit.json"),
        SARIF("audit.sarif"),
        BADGE("badge.svg");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        private String text(Report report) {
            return switch (this) {
                case HTML -> HtmlReport.write(report);
                case JSON -> JsonReport.write(report);
                case SARIF -> SarifReport.write(report.now());
                case BADGE -> BadgeReport.write(report.now());
            };
        }
    }

    private AuditReports() {}

    static List<Format> formats(List<String> names) throws MojoExecutionException {
        List<Format> formats = new ArrayList<>();
        for (String name : names) {
            formats.add(Arrays.stream(Format.values())
                    .filter(f -> f.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new MojoExecutionException("There is no report \"" + name
                            + "\". Name some of html, json, sarif, badge in -Dneurectomy.audit.reports, or nothing.")));
        }
        return formats;
    }

    static List<AuditReport> earlier(List<File> files) throws MojoExecutionException {
        List<AuditReport> reports = new ArrayList<>();
        for (File file : files) {
            try {
                reports.add(JsonReport.read(Files.readString(file.toPath())));
            } catch (IOException e) {
                throw new MojoExecutionException(
                        "The earlier report " + file + " can't be read. Name the audit.json of an earlier audit.", e);
            } catch (UnreadableReportException e) {
                throw new MojoExecutionException(
                        "The earlier report " + file + " is not the audit.json of an audit: " + e.getMessage()
                                + ". Name one that the goal audit wrote.",
                        e);
            }
        }
        return reports;
    }

    /**
     * Writes the reports below {@code target} of a repository; each file is there whole or not at all.
     *
     * @param folder the repository's folder
     * @param report what to write
     * @param formats in which formats
     * @return the folder with the reports
     * @throws IOException if a file can't be written, or {@code target} leads out of the repository
     */
    static Path write(Path folder, Report report, List<Format> formats) throws IOException {
        Path target = folder.resolve("target");
        if (Files.exists(target) && !target.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("target leads out of the repository");
        }
        Path output = Files.createDirectories(target.resolve("neurectomy")).toRealPath();
        if (!output.startsWith(folder.toRealPath())) {
            throw new IOException("target/neurectomy leads out of the repository");
        }
        for (Format format : formats) {
            // The name is this process's own, so two audits at once don't meet; a temporary file of Java's would be
            // closed to other users.
            Path unfinished =
                    output.resolve(format.file + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                Files.writeString(unfinished, format.text(report), StandardCharsets.UTF_8);
                Files.move(unfinished, output.resolve(format.file), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        return output;
    }
}

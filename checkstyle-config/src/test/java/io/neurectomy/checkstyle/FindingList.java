package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings as lines {@code file:line:column: [rule-id] message}, with paths relative to a folder. */
final class FindingList implements AuditListener {
    private static final Comparator<AuditEvent> BY_PLACE = Comparator.comparing(AuditEvent::getFileName)
            .thenComparingInt(AuditEvent::getLine)
            .thenComparingInt(AuditEvent::getColumn)
            .thenComparing(event -> String.valueOf(event.getModuleId()));

    private final List<AuditEvent> events = new ArrayList<>();
    private final Path folder;

    FindingList(Path folder) {
        this.folder = folder;
    }

    @Override
    public void addError(AuditEvent event) {
        events.add(event);
    }

    @Override
    public void addException(AuditEvent event, Throwable throwable) {
        throw new AssertionError("Checkstyle failed on " + event.getFileName(), throwable);
    }

    List<String> sorted() {
        return events.stream().sorted(BY_PLACE).map(this::line).toList();
    }

    private String line(AuditEvent event) {
        String file = folder.relativize(Path.of(event.getFileName())).toString().replace('\\', '/');
        return "%s:%d:%d: [%s] %s"
                .formatted(file, event.getLine(), event.getColumn(), event.getModuleId(), event.getMessage());
    }

    @Override
    public void auditStarted(AuditEvent event) {
        // Only findings matter.
    }

    @Override
    public void auditFinished(AuditEvent event) {
        // Only findings matter.
    }

    @Override
    public void fileStarted(AuditEvent event) {
        // Only findings matter.
    }

    @Override
    public void fileFinished(AuditEvent event) {
        // Only findings matter.
    }
}

package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.ExternalResourceHolder;
import com.puppycrawl.tools.checkstyle.api.Filter;
import com.puppycrawl.tools.checkstyle.checks.SuppressWarningsHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops the findings that a repository had when it adopted the standard, as its {@code .neurectomy/baseline.txt} counts
 * them. One more of the same kind is a finding.
 *
 * <p>The file is looked for above each source, up to the folder that git knows as the top, so that the build, a command
 * line and an editor find the same one without being told.
 */
public final class BaselineFilter extends AbstractAutomaticBean implements Filter, ExternalResourceHolder {
    private Optional<Path> module = Optional.empty();
    private final Map<Path, Optional<BaselineCounts>> byFolder = new HashMap<>();
    private final Map<String, Integer> passed = new HashMap<>();
    private String file = "";
    private List<String> lines = List.of();
    private @Nullable AuditEvent last;

    /** Creates a filter that knows no baseline yet. */
    public BaselineFilter() {}

    /**
     * Sets a folder of the repository. Needed only for Checkstyle's cache, which has to forget files that it took for
     * clean when the baseline changes.
     *
     * @param uri the folder as a URI, which needs no escapes in a properties file; empty for none
     */
    public void setModule(String uri) {
        module = uri.isBlank() ? Optional.empty() : Optional.of(Path.of(URI.create(uri)));
    }

    @Override
    public boolean accept(AuditEvent event) {
        String rule = event.getModuleId();
        Path source = Path.of(event.getFileName()).toAbsolutePath().normalize();
        Optional<BaselineCounts> counts = baseline(source.getParent());
        // Checkstyle asks its filters in no order: what another one drops must not use up what the baseline allows.
        if (rule == null || counts.isEmpty() || SuppressWarningsHolder.isSuppressed(event)) {
            return true;
        }
        open(event, source);
        int number = event.getLine();
        String text = number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
        String key = counts.get().key(rule, source, event.getMessage(), text);
        return passed.merge(key, 1, Integer::sum) > counts.get().of(key);
    }

    /**
     * An editor runs the same filter over a file again and again. Findings come in the order of their lines, so one that
     * does not come after the last begins a new run.
     */
    private void open(AuditEvent event, Path source) {
        AuditEvent before = last;
        last = event;
        boolean same = file.equals(event.getFileName());
        if (same && before != null && comesAfter(event, before)) {
            return;
        }
        file = event.getFileName();
        passed.clear();
        try {
            lines = new String(Files.readAllBytes(source), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean comesAfter(AuditEvent event, AuditEvent before) {
        return event.getViolation().compareTo(before.getViolation()) > 0;
    }

    private Optional<BaselineCounts> baseline(@Nullable Path folder) {
        if (folder == null) {
            return Optional.empty();
        }
        Optional<BaselineCounts> known = byFolder.get(folder);
        if (known == null) {
            Path here = folder.resolve(BaselineCounts.FILE);
            if (Files.exists(here)) {
                known = Optional.of(BaselineCounts.read(folder));
            } else {
                known = Files.exists(folder.resolve(".git")) ? Optional.empty() : baseline(folder.getParent());
            }
            byFolder.put(folder, known);
        }
        return known;
    }

    @Override
    public Set<String> getExternalResourceLocations() {
        return module.flatMap(this::baseline)
                .map(counts -> Set.of(counts.file().toString()))
                .orElse(Set.of());
    }

    @Override
    protected void finishLocalSetup() throws CheckstyleException {
        try {
            module.ifPresent(this::baseline);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new CheckstyleException(e.getMessage(), e);
        }
    }
}

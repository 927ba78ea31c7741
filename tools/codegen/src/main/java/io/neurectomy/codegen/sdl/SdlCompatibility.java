package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.sdl.Definition.Kind;
import io.neurectomy.codegen.sdl.Definition.Member;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares two versions of a GraphQL schema by what they mean to a client that was written for the old one and asks a server
 * of the new one. Stateless.
 *
 * <p>What was marked {@code @deprecated(reason:) @deprecation(since:, until:)} may be removed from the day {@code until} on,
 * and not before. Definitions of directives are not compared.
 */
public final class SdlCompatibility {

    private final TypeSystem old;
    private final TypeSystem now;
    private final String file;
    private final LocalDate today;
    private final List<SdlChange> changes = new ArrayList<>();

    private SdlCompatibility(TypeSystem old, TypeSystem now, String file, LocalDate today) {
        this.old = old;
        this.now = now;
        this.file = file;
        this.today = today;
    }

    /**
     * What a comparison found.
     *
     * @param findings what is wrong with a schema itself: that it can't be read, or a deprecation without reason or since
     * @param changes what is otherwise, in the order of the old schema, then what is new; empty if a schema can't be read
     */
    public record Comparison(List<Finding> findings, List<SdlChange> changes) {

        /**
         * Copies the lists.
         *
         * @param findings what is wrong with a schema itself
         * @param changes what is otherwise
         */
        public Comparison {
            findings = List.copyOf(findings);
            changes = List.copyOf(changes);
        }

        /**
         * Counts what must be repaired.
         *
         * @return the findings and the breaking changes
         */
        public int failures() {
            long breaking = changes.stream()
                    .filter(change -> change.severity() == SdlChange.Severity.BREAKING)
                    .count();
            return findings.size() + Math.toIntExact(breaking);
        }
    }

    /**
     * Compares two files.
     *
     * @param old the schema as it was released, GraphQL SDL in UTF-8
     * @param now the schema as it is
     * @param today the day on which the new one takes effect, which decides whether a deprecated element's time is over
     * @return all findings and changes; never throws for what stands in the files
     */
    public static Comparison compare(Path old, Path now, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        TypeSystem before = read(old, findings);
        TypeSystem after = read(now, findings);
        if (!findings.isEmpty()) {
            return new Comparison(findings, List.of());
        }
        after.all().values().forEach(type -> checkRetirements(type, findings));
        SdlCompatibility comparison = new SdlCompatibility(before, after, now.toString(), today);
        comparison.compare();
        return new Comparison(findings, comparison.changes);
    }

    private static TypeSystem read(Path file, List<Finding> findings) {
        int errors = findings.size();
        String text = SdlReader.load(file, findings::add);
        SdlParser.Document document = SdlParser.parse(file.toString(), text);
        findings.addAll(document.findings());
        boolean whole = findings.size() == errors;
        TypeSystem types = TypeSystem.of(document, whole, findings::add);
        if (whole && types.all().isEmpty()) {
            findings.add(new Finding(
                    "sdl-empty",
                    Finding.Severity.ERROR,
                    new Location(file.toString(), 1, 1, ""),
                    "defines no type. Define one, or name another file."));
        }
        return types;
    }

    private static void checkRetirements(Definition type, List<Finding> findings) {
        for (Member member : type.members()) {
            String coordinate = type.name() + "." + member.name();
            Retirement.check(member, coordinate, type.kind() == Kind.INPUT, findings::add);
            for (Member argument : member.arguments()) {
                Retirement.check(argument, coordinate + "(" + argument.name() + ":)", true, findings::add);
            }
        }
    }

    private void compare() {
        for (Definition before : old.all().values()) {
            Definition after = now.all().get(before.name());
            if (after == null) {
                removed(before);
            } else if (after.kind() != before.kind()) {
                changes.add(new SdlChange(
                        "type-kind-changed",
                        SdlChange.Severity.BREAKING,
                        after.location(),
                        before.name(),
                        kind(before),
                        kind(after),
                        "operations that use " + before.name(),
                        "Keep the kind, and define another type beside it."));
            } else {
                new TypeChanges(before, after, now, today, changes::add).compare();
            }
        }
        for (Definition after : now.all().values()) {
            if (!old.all().containsKey(after.name())) {
                changes.add(new SdlChange(
                        "type-added",
                        SdlChange.Severity.SAFE,
                        after.location(),
                        after.name(),
                        "absent",
                        kind(after),
                        "no operation knows it",
                        ""));
            }
        }
    }

    private void removed(Definition type) {
        boolean used = old.data().get(type.name()) == null || isUsed(type.name());
        changes.add(new SdlChange(
                used ? "type-removed" : "type-retired",
                used ? SdlChange.Severity.BREAKING : SdlChange.Severity.SAFE,
                new Location(file, 1, 1, ""),
                type.name(),
                kind(type),
                "absent",
                used ? "operations that use " + type.name() : "nothing that is left leads to it",
                used ? "Keep the type; deprecate the fields that lead to it, and remove both after their time." : ""));
    }

    /** Returns whether a type that stays led to it by something whose time was not over. */
    private boolean isUsed(String name) {
        Set<String> users = new HashSet<>();
        for (Map.Entry<String, Definition> entry : old.all().entrySet()) {
            Definition user = entry.getValue();
            if (!now.all().containsKey(user.name())) {
                continue;
            }
            boolean leads =
                    user.others().stream().anyMatch(other -> other.name().equals(name))
                            || user.members().stream().anyMatch(member -> leads(member, name));
            if (leads) {
                users.add(user.name());
            }
        }
        // What a union or interface that stays could be, an operation may ask for by a fragment.
        return !users.isEmpty()
                || now.all().keySet().stream()
                        .anyMatch(whole -> old.members(whole).contains(name));
    }

    private boolean leads(Member member, String name) {
        if (Retirement.of(member).isOver(today)) {
            return false;
        }
        return member.type()
                        .map(TypeSystem::named)
                        .filter(type -> type.name().equals(name))
                        .isPresent()
                || member.arguments().stream().anyMatch(argument -> leads(argument, name));
    }

    private static String kind(Definition type) {
        return type.kind().name().toLowerCase(Locale.ROOT);
    }
}

package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.sdl.Definition.Kind;
import io.neurectomy.codegen.sdl.Definition.Member;
import io.neurectomy.codegen.sdl.Definition.Reference;
import io.neurectomy.codegen.sdl.SdlChange.Severity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is otherwise within one type that both versions have. */
final class TypeChanges {

    private static final String ABSENT = "absent";

    private final Definition old;
    private final Definition now;
    private final TypeSystem types;
    private final LocalDate today;
    private final Consumer<SdlChange> changes;

    TypeChanges(Definition old, Definition now, TypeSystem types, LocalDate today, Consumer<SdlChange> changes) {
        this.old = old;
        this.now = now;
        this.types = types;
        this.today = today;
        this.changes = changes;
    }

    void compare() {
        others();
        oneOf();
        Map<String, Member> after = byName(now.members());
        Map<String, Member> before = byName(old.members());
        before.forEach((name, member) -> {
            String coordinate = old.name() + "." + name;
            Member same = after.get(name);
            if (same == null) {
                removed(what(), coordinate, member, now.location());
            } else {
                member(coordinate, member, same);
            }
        });
        after.forEach((name, member) -> {
            if (!before.containsKey(name)) {
                added(old.name() + "." + name, member);
            }
        });
    }

    private String what() {
        return switch (now.kind()) {
            case ENUM -> "enum-value";
            case INPUT -> "input-field";
            default -> "field";
        };
    }

    private void others() {
        boolean union = now.kind() == Kind.UNION;
        String rule = union ? "union-member" : "interface";
        List<String> before = names(old);
        List<String> after = names(now);
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> changes.accept(new SdlChange(
                        rule + (union ? "-removed" : "-dropped"),
                        Severity.BREAKING,
                        now.location(),
                        now.name(),
                        (union ? "a union with " : "an implementation of ") + name,
                        "without it",
                        "operations with a fragment on " + (union ? name : now.name()),
                        union ? "Keep the member, and return it no longer." : "Keep the interface.")));
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> changes.accept(new SdlChange(
                        rule + "-added",
                        Severity.DANGEROUS,
                        now.location(),
                        now.name(),
                        "without " + name,
                        (union ? "a union with " : "an implementation of ") + "it",
                        "clients that expect no other type than they know",
                        "Return it first when clients can take it.")));
    }

    private static List<String> names(Definition type) {
        return type.others().stream().map(Reference.Named::name).toList();
    }

    private void oneOf() {
        boolean before = old.directives().stream().anyMatch(one -> one.name().equals("oneOf"));
        boolean after = now.directives().stream().anyMatch(one -> one.name().equals("oneOf"));
        if (before != after) {
            changes.accept(new SdlChange(
                    after ? "one-of-added" : "one-of-removed",
                    after ? Severity.BREAKING : Severity.SAFE,
                    now.location(),
                    now.name(),
                    before ? "exactly one field" : "any fields",
                    after ? "exactly one field" : "any fields",
                    after ? "operations that give several fields, or none" : "what was accepted still is",
                    after ? "Define another input beside it." : ""));
        }
    }

    private void member(String coordinate, Member before, Member after) {
        if (now.kind() != Kind.ENUM) {
            boolean input = now.kind() == Kind.INPUT;
            type(coordinate, before, after, input);
            if (input) {
                defaults(coordinate, before, after);
            }
        }
        retirement(coordinate, before, after);
        Map<String, Member> arguments = byName(after.arguments());
        Map<String, Member> known = byName(before.arguments());
        known.forEach((name, argument) -> {
            String place = coordinate + "(" + name + ":)";
            Member same = arguments.get(name);
            if (same == null) {
                removed("argument", place, argument, after.location());
            } else {
                type(place, argument, same, true);
                defaults(place, argument, same);
                retirement(place, argument, same);
            }
        });
        arguments.forEach((name, argument) -> {
            if (!known.containsKey(name)) {
                addedInput("argument", coordinate + "(" + name + ":)", argument);
            }
        });
    }

    private void removed(String what, String coordinate, Member member, Location location) {
        Retirement retirement = Retirement.of(member);
        boolean over = retirement.isOver(today);
        String until = retirement
                .until()
                .map(day -> "deprecated until " + day)
                .orElse("deprecated, without a day from which it may be gone");
        String rule = over ? what + "-retired" : retirement.deprecated() ? "removed-before-sunset" : what + "-removed";
        changes.accept(new SdlChange(
                rule,
                over ? Severity.SAFE : Severity.BREAKING,
                location,
                coordinate,
                retirement.deprecated() ? until : shown(member),
                ABSENT,
                over ? "its time is over" : "operations that use " + coordinate,
                over
                        ? ""
                        : retirement.deprecated()
                                ? (retirement.until().isPresent()
                                        ? "Keep it until that day."
                                        : "Keep it, and announce a day: @deprecation(since:, until:).")
                                : "Keep it, with @deprecated(reason:) and @deprecation(since:, until:)."));
    }

    private void added(String coordinate, Member member) {
        switch (now.kind()) {
            case INPUT -> addedInput("input-field", coordinate, member);
            case ENUM -> {
                boolean answered = types.all().values().stream()
                        .filter(type -> type.kind() == Kind.TYPE || type.kind() == Kind.INTERFACE)
                        .flatMap(type -> type.members().stream())
                        .anyMatch(field -> TypeSystem.named(field.type().orElseThrow())
                                .name()
                                .equals(now.name()));
                changes.accept(new SdlChange(
                        "enum-value-added",
                        answered ? Severity.DANGEROUS : Severity.SAFE,
                        member.location(),
                        coordinate,
                        ABSENT,
                        member.name(),
                        answered ? "clients that expect no other value than they know" : "no answer contains it",
                        answered ? "Answer with it first when clients can take it." : ""));
            }
            default ->
                changes.accept(new SdlChange(
                        "field-added",
                        Severity.SAFE,
                        member.location(),
                        coordinate,
                        ABSENT,
                        shown(member),
                        "no operation asks for it",
                        ""));
        }
    }

    private void addedInput(String what, String coordinate, Member member) {
        boolean required = isRequired(member);
        changes.accept(new SdlChange(
                required ? "required-" + what + "-added" : "optional-" + what + "-added",
                required ? Severity.BREAKING : Severity.DANGEROUS,
                member.location(),
                coordinate,
                ABSENT,
                shown(member),
                required ? "operations that don't give it" : "code generated for clients, where it lists what is given",
                required ? "Make it nullable, or give it a default." : ""));
    }

    private void type(String coordinate, Member before, Member after, boolean input) {
        Reference was = before.type().orElseThrow();
        Reference is = after.type().orElseThrow();
        if (text(was).equals(text(is))) {
            return;
        }
        boolean nullabilityAlone = text(was).replace("!", "").equals(text(is).replace("!", ""));
        boolean safe = input ? fits(was, is) : fits(is, was);
        String rule = !nullabilityAlone
                ? "type-changed"
                : input ? safe ? "input-loosened" : "input-tightened" : safe ? "output-tightened" : "output-loosened";
        changes.accept(new SdlChange(
                rule,
                safe ? Severity.SAFE : Severity.BREAKING,
                after.location(),
                coordinate,
                text(was),
                text(is),
                breaks(coordinate, nullabilityAlone, input, safe),
                safe ? "" : "Keep the type, and add another beside it under a name of its own."));
    }

    private static String breaks(String coordinate, boolean nullabilityAlone, boolean input, boolean safe) {
        if (safe) {
            return input ? "what was accepted still is" : "what clients must expect becomes less";
        } else if (!nullabilityAlone) {
            return "operations that use " + coordinate;
        }
        return input ? "operations that give null or nothing" : "clients that don't expect null";
    }

    /** Returns whether each value of the first type is one of the second, as where a variable stands for an argument. */
    private static boolean fits(Reference given, Reference expected) {
        if (expected instanceof Reference.NonNull wanted) {
            return given instanceof Reference.NonNull sure && fits(sure.type(), wanted.type());
        } else if (given instanceof Reference.NonNull sure) {
            return fits(sure.type(), expected);
        } else if (given instanceof Reference.ListOf some && expected instanceof Reference.ListOf wanted) {
            return fits(some.item(), wanted.item());
        }
        return text(given).equals(text(expected));
    }

    private void defaults(String coordinate, Member before, Member after) {
        Optional<String> was = before.defaultValue().map(Json::text);
        Optional<String> is = after.defaultValue().map(Json::text);
        if (was.equals(is)) {
            return;
        }
        boolean required = isRequired(after);
        changes.accept(new SdlChange(
                required ? "default-removed" : "default-changed",
                required ? Severity.BREAKING : Severity.DANGEROUS,
                after.location(),
                coordinate,
                was.map(text -> "by default " + text).orElse("without a default"),
                is.map(text -> "by default " + text).orElse("without a default"),
                required ? "operations that don't give it" : "operations that don't give it and count on what it was",
                required ? "Keep the default, or make the type nullable." : ""));
    }

    private void retirement(String coordinate, Member before, Member after) {
        Retirement was = Retirement.of(before);
        Retirement is = Retirement.of(after);
        if (!was.deprecated() && is.deprecated()) {
            changes.accept(new SdlChange(
                    "deprecated",
                    Severity.SAFE,
                    after.location(),
                    coordinate,
                    "in use",
                    "deprecated" + is.until().map(day -> " until " + day).orElse(""),
                    "it is still there",
                    ""));
        } else if (was.until().isPresent()
                && is.until().isPresent()
                && is.until().get().isBefore(was.until().get())) {
            changes.accept(new SdlChange(
                    "sunset-moved-earlier",
                    Severity.BREAKING,
                    after.location(),
                    coordinate,
                    "until " + was.until().get(),
                    "until " + is.until().get(),
                    "clients that count on the day that was announced",
                    "Keep the day, or move it later."));
        }
    }

    private static boolean isRequired(Member member) {
        return member.type().orElse(null) instanceof Reference.NonNull
                && member.defaultValue().isEmpty();
    }

    private static String shown(Member member) {
        return member.type().map(TypeChanges::text).orElse(member.name());
    }

    private static String text(Reference type) {
        if (type instanceof Reference.NonNull nonNull) {
            return text(nonNull.type()) + "!";
        } else if (type instanceof Reference.ListOf list) {
            return "[" + text(list.item()) + "]";
        }
        return TypeSystem.named(type).name();
    }

    private static Map<String, Member> byName(List<Member> members) {
        Map<String, Member> byName = new LinkedHashMap<>();
        members.forEach(member -> byName.put(member.name(), member));
        return byName;
    }
}

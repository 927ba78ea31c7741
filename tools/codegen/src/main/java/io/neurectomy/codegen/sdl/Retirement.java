package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.sdl.Definition.Directive;
import io.neurectomy.codegen.sdl.Definition.Member;
import io.neurectomy.codegen.sdl.Definition.Reference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How a field, an argument or a value of an enum goes: {@code @deprecated(reason:)}, which every tool knows, and
 * {@code @deprecation(since:, until:)}, which says in which version it was deprecated and the day from which it may be gone.
 *
 * @param deprecated whether it is
 * @param until the first day on which it may be missing; empty if none is announced, or if what stands there is no day
 */
record Retirement(boolean deprecated, Optional<LocalDate> until) {

    private static final Pattern VERSION =
            Pattern.compile("\\d{1,9}\\.\\d{1,9}(\\.\\d{1,9})?([-+][0-9A-Za-z.+-]{1,100})?");

    static Retirement of(Member member) {
        Optional<LocalDate> until = argument(member, "deprecation", "until").flatMap(Retirement::day);
        return new Retirement(has(member, "deprecated"), until);
    }

    /** Returns whether its time was over, so that nobody may count on it any more. */
    boolean isOver(LocalDate today) {
        return deprecated && until.isPresent() && !today.isBefore(until.get());
    }

    /** Checks what a member says about its retirement. */
    static void check(Member member, String coordinate, boolean input, Consumer<Finding> findings) {
        Consumer<String> error = message -> findings.accept(
                new Finding("incomplete-deprecation", Finding.Severity.ERROR, member.location(), coordinate + message));
        Optional<String> since = argument(member, "deprecation", "since");
        Optional<String> until = argument(member, "deprecation", "until");
        if (!has(member, "deprecated")) {
            if (has(member, "deprecation")) {
                error.accept(" has @deprecation but is not deprecated. Add @deprecated(reason: \"Use ...\").");
            }
            return;
        }
        if (argument(member, "deprecated", "reason")
                .filter(text -> !text.isBlank())
                .isEmpty()) {
            error.accept(" is deprecated without a reason. Say what to use instead: @deprecated(reason: \"Use ...\").");
        }
        if (since.isEmpty()) {
            error.accept(" does not say since when it is deprecated. Add @deprecation(since: \"1.2.0\").");
        } else if (!VERSION.matcher(since.get()).matches()) {
            error.accept(" is deprecated since '" + since.get() + "', which is no version. Write one such as 1.2.0.");
        }
        if (until.isPresent() && day(until.get()).isEmpty()) {
            error.accept(" is there until '" + until.get() + "', which is no day. Write one such as 2027-01-31.");
        }
        boolean required = member.type().orElse(null) instanceof Reference.NonNull
                && member.defaultValue().isEmpty();
        if (input && required) {
            error.accept(" is deprecated and required, so that nobody can do without it."
                    + " Make its type nullable or give it a default first.");
        }
    }

    private static boolean has(Member member, String directive) {
        return member.directives().stream().anyMatch(one -> one.name().equals(directive));
    }

    private static Optional<String> argument(Member member, String directive, String argument) {
        List<Directive> directives = member.directives();
        return directives.stream()
                .filter(one -> one.name().equals(directive))
                .flatMap(one -> Optional.ofNullable(one.arguments().get(argument)).stream())
                .map(value -> value instanceof Json.Str text ? text.value() : value.text())
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

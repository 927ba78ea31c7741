package io.neurectomy.standard.rule;

import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.Unknown;
import io.neurectomy.standard.internal.Markdown;
import io.neurectomy.standard.internal.Markdown.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every module tells a stranger what it is and how to use it. */
public final class ModuleReadme implements Rule {
    private static final List<String> OF_MODULE =
            List.of("Installation", "Quick Start", "API Reference", "Architecture", "Contributing", "License");
    // Nobody installs or calls an aggregator; its readers want to know what it is, how to take part and on what terms.
    private static final List<String> OF_AGGREGATOR = List.of("Contributing", "License");

    private static final Pattern QUOTATION = Pattern.compile("\\s*> *\\S.*");
    // Letters first: badges, tables and HTML say nothing.
    private static final Pattern PROSE = Pattern.compile("\\s*(?:> *)?[*_]{0,2}\\p{L}.*");

    @Override
    public String id() {
        return "module-readme";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DOCUMENTATION;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A6);
    }

    @Override
    public String summary() {
        return "Every module has a README.md with its name, one sentence, and the sections of the standard.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !isInnerAggregator(m) && m.otherReadme().isEmpty())
                .flatMap(m -> m.readme().map(r -> check(m, r)).orElseGet(() -> Stream.of(missing(m))))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !isInnerAggregator(m) && m.otherReadme().isEmpty())
                .filter(m -> m.readme().isEmpty())
                .<Repair>map(m -> new Repair.CreateFile(m.file("README.md"), skeleton(m)))
                .toList();
    }

    /** What the POM says stands in its section; a section of which it says nothing stays empty, which is a finding. */
    private static String skeleton(Module module) {
        Pom pom = module.pom();
        Coordinates own = pom.coordinates();
        StringBuilder text = new StringBuilder("# " + own.artifactId() + "\n");
        pom.project()
                .first("description")
                .map(d -> d.text().replaceAll("\\s+", " "))
                .filter(d -> !d.isEmpty())
                .ifPresent(d -> text.append("\n> ").append(d).append('\n'));
        for (String section : sections(module)) {
            text.append("\n## ").append(section).append('\n');
            switch (section) {
                case "Installation" ->
                    text.append(
                            """

                        ```xml
                        <dependency>
                          <groupId>%s</groupId>
                          <artifactId>%s</artifactId>
                          <version>%s</version>
                        </dependency>
                        ```
                        """.formatted(pom.resolve(own.groupId()), own.artifactId(), pom.resolve(own.version())));
                case "Contributing" -> text.append("\n`mvn verify` builds and checks it.\n");
                default -> {}
            }
        }
        return text.toString();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .filter(m -> !isInnerAggregator(m) && m.otherReadme().isEmpty())
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !isInnerAggregator(m))
                .flatMap(m -> m.otherReadme().stream().map(m::file))
                .map(file -> new Unknown(id(), Place.of(file), "only README.md is read"))
                .toList();
    }

    private Finding missing(Module module) {
        return finding(
                Place.of(module.file("README.md")),
                "the module " + module.pom().coordinates().artifactId() + " has no README.md",
                "Write it with a heading, one sentence, and the sections " + String.join(", ", sections(module)) + ".");
    }

    private Stream<Finding> check(Module module, SourceFile readme) {
        List<Section> outline = Markdown.parse(readme.text()).sections();
        Optional<Section> title = outline.stream().findFirst().filter(s -> isName(s, module));
        if (title.isEmpty()) {
            return Stream.of(finding(
                    new Place(readme.path(), 1),
                    "it does not begin with a heading that names the module",
                    "Begin with \"# " + module.pom().coordinates().artifactId() + "\"."));
        }
        List<Finding> findings = new ArrayList<>();
        boolean aggregator = isAggregator(module);
        if (title.get().body().stream()
                .noneMatch(aggregator ? PROSE.asMatchPredicate() : QUOTATION.asMatchPredicate())) {
            boolean unquoted = title.get().body().stream().anyMatch(PROSE.asMatchPredicate());
            findings.add(finding(
                    new Place(readme.path(), title.get().line()),
                    unquoted
                            ? "the sentence below the heading is not a quotation"
                            : "no sentence below the heading says what it is",
                    "Write one sentence as \"> What this is.\"."));
        }
        List<String> lacking = sections(module).stream()
                .filter(wanted -> outline.stream().noneMatch(s -> is(s, wanted)))
                .toList();
        if (!lacking.isEmpty()) {
            findings.add(finding(
                    Place.of(readme.path()), "it lacks " + String.join(", ", lacking), "Add a section for each."));
        }
        for (int i = 1; i < outline.size(); i++) {
            Section section = outline.get(i);
            boolean last = i + 1 == outline.size() || outline.get(i + 1).level() <= section.level();
            boolean wanted = sections(module).stream().anyMatch(name -> is(section, name));
            if (wanted && last && section.body().stream().allMatch(String::isBlank)) {
                findings.add(finding(
                        new Place(readme.path(), section.line()),
                        "the section " + section.title() + " is empty",
                        "Say what it promises."));
            }
        }
        return findings.stream();
    }

    /** Underlined by hyphens, a name is a heading of the second level; then it has to be the name to be taken for one. */
    private static boolean isName(Section section, Module module) {
        String artifact = plain(module.pom().coordinates().artifactId());
        return !section.title().isEmpty()
                && (section.level() == 1 || plain(section.title()).contains(artifact));
    }

    private static boolean is(Section section, String wanted) {
        return plain(section.title()).equals(plain(wanted));
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replace("licence", "license");
    }

    private static List<String> sections(Module module) {
        return isAggregator(module) ? OF_AGGREGATOR : OF_MODULE;
    }

    private static boolean isAggregator(Module module) {
        return module.isPomOnly() && module.pom().modules().findAny().isPresent();
    }

    /** A folder that only groups modules has no reader of its own. */
    private static boolean isInnerAggregator(Module module) {
        return isAggregator(module) && !module.path().isEmpty();
    }
}

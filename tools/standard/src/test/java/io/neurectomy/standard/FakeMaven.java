package io.neurectomy.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Maven whose local repository is a folder of POMs: inherits and imports managed dependencies, nothing else. */
public final class FakeMaven implements EffectiveModels {
    private final Path parents;

    /** Takes the folder of the POMs. */
    public FakeMaven(Path parents) {
        this.parents = parents;
    }

    @Override
    public Map<Path, Effective> of(List<Path> poms) {
        Map<String, Pom> known = new HashMap<>();
        poms.forEach(file -> add(known, parse(file)));
        if (Files.isDirectory(parents)) {
            try (Stream<Path> files = Files.list(parents)) {
                files.map(FakeMaven::parse)
                        .forEach(p -> add(known, new Pom(p.coordinates().toString(), p.project())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<Path, Effective> answers = new HashMap<>();
        poms.forEach(file -> answers.put(file, effective(parse(file), known)));
        return answers;
    }

    private static Effective effective(Pom pom, Map<String, Pom> known) {
        List<Pom> line = new ArrayList<>();
        for (Optional<Coordinates> next = pom.parent();
                next.isPresent();
                next = last(line).parent()) {
            Pom parent = known.get(next.get().key());
            if (parent == null || line.contains(parent)) {
                return new Effective.Unavailable("the parent " + next.get() + " could not be resolved");
            }
            line.add(parent);
        }
        Map<String, String> managed = new HashMap<>();
        Stream.concat(Stream.of(pom), line.stream()).forEach(p -> manage(p, known, managed));
        return new Effective.Model(managed, line);
    }

    private static void manage(Pom pom, Map<String, Pom> known, Map<String, String> managed) {
        pom.project().all("dependencyManagement", "dependencies", "dependency").forEach(d -> {
            String key = pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", ""));
            if (d.text("scope", "").equals("import")) {
                manage(Optional.ofNullable(known.get(key)).orElseThrow(), known, managed);
            } else {
                managed.putIfAbsent(key + ":" + d.text("type", "jar"), pom.resolve(d.text("version", "")));
            }
        });
    }

    private static Pom last(List<Pom> line) {
        return line.get(line.size() - 1);
    }

    private static void add(Map<String, Pom> known, Pom pom) {
        known.put(pom.coordinates().key(), pom);
    }

    private static Pom parse(Path file) {
        try {
            // Cases hold POMs in other encodings too; names in them do not matter here.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return Pom.parse(file.toString(), text.substring(text.indexOf('<')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadablePomException e) {
            throw new IllegalStateException(file + " " + e.problem(), e);
        }
    }
}

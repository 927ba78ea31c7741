package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.test.schema.InvalidDocument;
import io.neurectomy.test.schema.SchemaDocuments;
import io.neurectomy.types.Language.Document;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends documents of every definition through the four languages. Each has its own reader, made by a generator of its
 * own, so that what one of them loses or lets through shows here.
 */
class LanguagesIT {

    private static final System.Logger LOG = System.getLogger(LanguagesIT.class.getName());
    private static final int DOCUMENTS = Integer.getInteger("schema.documents", 40);
    private static final long SEED =
            Long.getLong("schema.seed", ThreadLocalRandom.current().nextInt());
    private static final List<Definition> ALL = Definition.all();

    @TempDir
    static Path work;

    private static List<Language> languages = List.of();

    @BeforeAll
    static void compile() throws IOException {
        ToolChains tools = new ToolChains(work);
        List<String> missing = tools.missing();
        if (!missing.isEmpty()) {
            String message =
                    "[tool-chain] The types of other languages are not tested. Install what is missing: " + missing;
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            LOG.log(Level.WARNING, message);
            assumeTrue(false, message);
        }
        LOG.log(Level.INFO, "[schema-seed] To repeat the documents: -Dschema.seed=" + SEED);
        languages = List.of(new JavaLanguage(), tools.typeScript(), tools.rust(ALL), tools.python());
    }

    @Test
    void readEveryDefinitionByItselfOrWithinAnother() {
        assertThat(ALL)
                .allSatisfy(definition -> assertThat(Holder.of(definition, ALL, LanguagesIT::isReadByAll))
                        .as(definition.name())
                        .isPresent());
    }

    @Test
    void handOnTheSameDocumentFromOneToTheNext() {
        List<Document> sent = ALL.stream().flatMap(LanguagesIT::valid).toList();
        List<Document> current = sent;
        Map<String, String> wrong = new TreeMap<>();
        int refusedAsTooPrecise = 0;
        List<Language> round = new ArrayList<>(languages);
        round.add(languages.get(0));
        for (Language language : round) {
            List<Answer> answers = language.roundTrip(current);
            List<Document> next = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                Document document = sent.get(i);
                Answer answer = answers.get(i);
                boolean same = answer.accepted() && Documents.same(answer.text(), document.json());
                // Where a language has doubles only, it says so instead of rounding.
                boolean saysThatItCannot = !answer.accepted() && Documents.exceedDoubles(document.json());
                refusedAsTooPrecise += saysThatItCannot ? 1 : 0;
                if (!same && !saysThatItCannot) {
                    wrong.putIfAbsent(
                            document.type() + " in " + language, current.get(i).json() + " became " + answer);
                }
                // After a fault the document goes on as it was sent: one language must not hide the next one's.
                next.add(same ? new Document(document.type(), answer.text()) : document);
            }
            current = next;
        }
        LOG.log(
                Level.INFO,
                "valid documents through four languages: " + sent.size()
                        + ", refused for integers that no double holds: " + refusedAsTooPrecise);
        assertThat(sent).isNotEmpty();
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    @Test
    void refuseTheSameDocuments() {
        List<Document> sent = ALL.stream().flatMap(LanguagesIT::invalid).toList();
        Map<String, String> wrong = new TreeMap<>();
        for (Language language : languages) {
            List<Answer> answers = language.roundTrip(sent);
            IntStream.range(0, sent.size())
                    .filter(i -> answers.get(i).accepted())
                    .forEach(i -> wrong.putIfAbsent(
                            sent.get(i).type() + " in " + language, sent.get(i).json()));
        }
        LOG.log(Level.INFO, "invalid documents refused by four languages: " + sent.size());
        assertThat(sent).isNotEmpty();
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    private static boolean isReadByAll(String type) {
        return languages.stream().allMatch(language -> language.reads(type));
    }

    private static SchemaDocuments documents(Definition definition) {
        return SchemaDocuments.of(definition.file())
                .at("/$defs/" + definition.name())
                .seed(SEED);
    }

    private static Stream<Document> valid(Definition definition) {
        Stream<String> examples = definition.examples().stream().map(Object::toString);
        return held(
                definition,
                Stream.concat(examples, documents(definition).valid().limit(DOCUMENTS)),
                true);
    }

    private static Stream<Document> invalid(Definition definition) {
        return held(definition, documents(definition).invalid().limit(DOCUMENTS).map(InvalidDocument::json), false);
    }

    /** Puts documents into what all languages read; there the validator decides again. */
    private static Stream<Document> held(Definition definition, Stream<String> documents, boolean valid) {
        Holder holder = Holder.of(definition, ALL, LanguagesIT::isReadByAll).orElseThrow();
        SchemaDocuments judge = documents(holder.definition());
        return documents
                .distinct()
                .map(json -> holder.put().apply(Documents.read(json)).toString())
                .filter(json -> judge.isValid(json) == valid)
                .map(json -> new Document(holder.definition().name(), json));
    }
}

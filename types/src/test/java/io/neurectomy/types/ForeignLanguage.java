package io.neurectomy.types;

import java.util.List;
import java.util.function.Predicate;

/**
 * A language that is run as a process: lines {@code Type<TAB>json} in, as many answers out.
 *
 * @param name its name
 * @param readable whether it has a type of this name that is read by itself
 * @param process the process
 */
record ForeignLanguage(String name, Predicate<String> readable, Command process) implements Language {

    @Override
    public boolean reads(String type) {
        return readable.test(type);
    }

    @Override
    public List<Answer> roundTrip(List<Document> documents) {
        StringBuilder lines = new StringBuilder();
        documents.forEach(document -> lines.append(document.type())
                .append('\t')
                .append(document.json())
                .append('\n'));
        List<Answer> answers = List.of(process.run(lines.toString()).split("\n")).stream()
                .map(Answer::parse)
                .toList();
        if (answers.size() != documents.size()) {
            throw new IllegalStateException(
                    name + ": " + answers.size() + " answers to " + documents.size() + " documents");
        }
        return answers;
    }

    @Override
    public String toString() {
        return name;
    }
}

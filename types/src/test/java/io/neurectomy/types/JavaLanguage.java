package io.neurectomy.types;

import java.util.List;
import tools.jackson.core.JacksonException;

/** The classes of this module, as they are used with Jackson. */
final class JavaLanguage implements Language {

    @Override
    public boolean reads(String type) {
        return JavaType.of(type).isPresent();
    }

    @Override
    public List<Answer> roundTrip(List<Document> documents) {
        return documents.stream().map(JavaLanguage::roundTrip).toList();
    }

    @Override
    public String toString() {
        return "Java";
    }

    private static Answer roundTrip(Document document) {
        Object value;
        try {
            value = JavaType.read(document.type(), document.json());
        } catch (JacksonException refusal) {
            return new Answer(false, refusal.getOriginalMessage());
        }
        return new Answer(true, JavaType.write(value));
    }
}

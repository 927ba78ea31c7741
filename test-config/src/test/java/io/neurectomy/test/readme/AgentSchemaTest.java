package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.schema.FromSchema;
import io.neurectomy.test.schema.InvalidDocument;
import io.neurectomy.test.schema.SchemaDocuments;
import io.neurectomy.test.schema.SchemaTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentSchemaTest {

    private final JsonMapper mapper = JsonMapper.shared();

    @SchemaTest(documents = 200)
    void keepsWhatItReads(@FromSchema("/agent.schema.json") String document) {
        JsonNode read = mapper.readTree(document);

        assertThat(mapper.readTree(mapper.writeValueAsString(read))).isEqualTo(read);
    }

    @Test
    void makesDocuments() {
        SchemaDocuments agents = SchemaDocuments.of(Path.of("src/test/resources/agent.schema.json"))
                .seed(42);

        List<String> valid = agents.valid().limit(200).toList();
        List<InvalidDocument> invalid = agents.invalid().limit(200).toList();

        assertThat(valid).hasSize(200);
        assertThat(invalid).hasSize(200);
    }
}

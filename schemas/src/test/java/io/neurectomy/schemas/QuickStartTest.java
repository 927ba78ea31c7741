package io.neurectomy.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the quick start of README.md, which is the text between the two marks. */
class QuickStartTest {

    private static final Pattern README_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// begin\n(.*?)\n *// end\n", Pattern.DOTALL);

    @Test
    void isWhatTheReadmeShows() throws IOException {
        Matcher readme = README_BLOCK.matcher(Files.readString(Path.of("README.md"), UTF_8));
        Matcher source = MARKED.matcher(
                Files.readString(Path.of("src/test/java/io/neurectomy/schemas/QuickStartTest.java"), UTF_8));

        assertThat(readme.find()).isTrue();
        assertThat(source.find()).isTrue();
        assertThat(readme.group(1)).isEqualTo(source.group(1).stripIndent() + "\n");
        assertThat(readme.find()).as("a second block that nothing compiles").isFalse();
    }

    @Test
    void runsAsShown() {
        // begin
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(
                        ids -> ids.mapPrefix("https://neurectomy.io/schemas/", "classpath:io/neurectomy/schemas/")));
        Schema agent =
                registry.getSchema(SchemaLocation.of("https://neurectomy.io/schemas/agent.schema.json#/$defs/Agent"));

        List<Error> errors = agent.validate("""
                {
                  "id": "019c13ec-9e00-7123-9004-8d159e26af37",
                  "name": "Code Reviewer",
                  "codename": "code reviewer",
                  "tier": "specialist",
                  "status": "idle",
                  "capabilities": ["review"]
                }
                """, InputFormat.JSON);

        // /codename: does not match the regex pattern ^[A-Z][A-Z0-9_]*$
        assertThat(errors)
                .extracting(Error::toString)
                .singleElement()
                .asString()
                .startsWith("/codename: ");
        // end
    }
}

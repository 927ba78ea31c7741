package io.neurectomy.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.neurectomy.test.golden.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final Path CASES = Path.of("src/test/resources/io/neurectomy/schemas/wrong");

    @Test
    void keepEveryRule() throws IOException {
        assertThat(SchemaCheck.findings(SchemaFolder.main())).isEmpty();
    }

    @Test
    void areTheFilesThatTheReadmeLists() throws IOException {
        SchemaFolder folder = SchemaFolder.main();
        assertThat(folder.schemas().keySet())
                .hasSize(5)
                .allSatisfy(file -> assertThat(folder.readme()).contains("| `" + file + "` |"));
        List<String> types = folder.schemas().values().stream()
                .flatMap(schema -> schema.get("$defs").propertyNames().stream())
                .toList();
        assertThat(types)
                .doesNotHaveDuplicates()
                .allSatisfy(type -> assertThat(folder.readme()).contains("`" + type + "`"));
    }

    @Test
    void offerTheOperationsOfAgentsAndWorkflows() throws IOException {
        var sdl = new SchemaParser().parse(SchemaFolder.main().sdl());
        List<String> operations = new ArrayList<>();
        for (String root : List.of("Query", "Mutation")) {
            for (FieldDefinition field :
                    sdl.getTypeOrNull(root, ObjectTypeDefinition.class).getFieldDefinitions()) {
                operations.add(field.getName()
                        + field.getInputValueDefinitions().stream()
                                .map(argument -> argument.getName())
                                .toList());
            }
        }
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "agent[id]",
                        "agents[first, after, filter]",
                        "createAgent[input]",
                        "updateAgent[id, input]",
                        "startAgent[id]",
                        "stopAgent[id]",
                        "deleteAgent[id]",
                        "workflow[id]",
                        "workflows[first, after, filter]",
                        "createWorkflow[input]",
                        "startWorkflow[id]",
                        "cancelWorkflow[id]",
                        "deleteWorkflow[id]");
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    /** A gate that nobody has seen failing may be none. */
    @ParameterizedTest
    @MethodSource("cases")
    void areRefusedWhereTheyAreWrong(Path folder) throws IOException {
        SchemaFolder wrong = SchemaFolder.read(folder, folder.resolve("README.md"));
        List<String> findings = SchemaCheck.findings(wrong);
        assertThat(findings).isNotEmpty();
        GoldenFile.check(folder.resolve("expected.txt"), String.join("\n", findings) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedByEachRule(Rule rule) throws IOException {
        assertThat(cases())
                .anySatisfy(folder -> assertThat(Files.readString(folder.resolve("expected.txt")))
                        .contains("[" + rule.id() + "] "));
    }
}

package io.neurectomy.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.StringNode;

/**
 * Holds the patterns to what {@code neurectomy-core} reads, whose tests the lists of UUIDs and timestamps are taken from.
 * Core depends on this module, so its parsers can't be asked here.
 */
class TextPatternsTest {

    private static final Path TEXTS = Path.of("src/test/resources/io/neurectomy/schemas/texts");

    static Stream<Arguments> texts() throws IOException {
        List<Arguments> texts = new ArrayList<>();
        for (String type : List.of("Uuid", "Timestamp", "SemanticVersion")) {
            for (String line : Files.readAllLines(TEXTS.resolve(type + ".txt"))) {
                if (!line.startsWith("#")) {
                    String text = line.substring(3, line.length() - 1).translateEscapes();
                    texts.add(Arguments.of(type, text, line.startsWith("+")));
                }
            }
        }
        return texts.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takeWhatCoreReadsAndNothingElse(String type, String text, boolean taken) throws IOException {
        SchemaLocation location = SchemaLocation.of(SchemaFolder.BASE + "common.schema.json#/$defs/" + type);
        for (boolean formatAssertions : new boolean[] {true, false}) {
            Schema schema =
                    SchemaCheck.registry(SchemaFolder.main(), formatAssertions).getSchema(location);
            assertThat(schema.validate(StringNode.valueOf(text)).isEmpty())
                    .as("%s, format asserted: %s", text, formatAssertions)
                    .isEqualTo(taken);
        }
    }

    @Test
    void takeExactlyTheDaysOfTheCalendar() throws IOException {
        Pattern timestamp = Pattern.compile(SchemaFolder.main()
                .schemas()
                .get("common.schema.json")
                .at("/$defs/Timestamp/pattern")
                .asString());
        // Every year's end of February, every day of a common and of a leap year, and what is beyond a month.
        for (int year = 0; year <= 9999; year++) {
            int firstMonth = year == 2023 || year == 2024 ? 0 : 2;
            int lastMonth = year == 2023 || year == 2024 ? 13 : 2;
            for (int month = firstMonth; month <= lastMonth; month++) {
                for (int day = firstMonth == 2 ? 28 : 0; day <= 32; day++) {
                    String text = String.format("%04d-%02d-%02dT23:59:59.5Z", year, month, day);
                    assertThat(timestamp.matcher(text).matches()).as(text).isEqualTo(exists(year, month, day));
                }
            }
        }
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package io.neurectomy.codegen.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Finding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() {
        JsonReader.Result read = read("{\"a\": [null, true, false, -1.50e2, \"x\\u0041\\n\\/\"], \"b\": {}} ");

        assertThat(read.findings()).isEmpty();
        assertThat(read.document().orElseThrow().root())
                .isEqualTo(new Json.Obj(Map.of(
                        "a",
                        new Json.Arr(List.of(
                                new Json.Null(),
                                new Json.Bool(true),
                                new Json.Bool(false),
                                new Json.Num(new BigDecimal("-150")),
                                new Json.Str("xA\n/"))),
                        "b",
                        new Json.Obj(Map.of()))));
    }

    @Test
    void knowsThePlaceOfEachOfSeveralEqualValues() {
        JsonDocument document =
                read("{\"a\": 1,\r\n \"b/~\":\r [1,\n  {\"\": 1}]}").document().orElseThrow();
        Json.Obj root = (Json.Obj) document.root();
        Json.Arr array = (Json.Arr) root.members().get("b/~");

        assertThat(document.locate(root)).hasToString("test.json:1:1 #");
        assertThat(document.locate(root.members().get("a"))).hasToString("test.json:1:7 #/a");
        assertThat(document.locate(array)).hasToString("test.json:3:2 #/b~1~0");
        assertThat(document.locate(array.items().get(0))).hasToString("test.json:3:3 #/b~1~0/0");
        assertThat(document.locate(((Json.Obj) array.items().get(1)).members().get("")))
                .hasToString("test.json:4:8 #/b~1~0/1/");
        assertThat(document.locate(new Json.Num(BigDecimal.ONE))).hasToString("test.json:1:1 #");
        assertThat(document.file()).isEqualTo("test.json");
    }

    @Test
    void keepsLoneSurrogatesAndTheOrderOfMembers() {
        Json.Obj root = (Json.Obj) read("{\"\\ud800\": 1, \"b\": 2, \"a\": 3}")
                .document()
                .orElseThrow()
                .root();

        assertThat(root.members().keySet()).containsExactly("\ud800", "b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345678901234567890.5",
                "-0",
                "0.1",
                "1e-400",
                "9007199254740993",
                "999999999999999999",
                "-1e5"
            })
    void keepsNumbersExactly(String number) {
        Json.Num read = (Json.Num) read(number).document().orElseThrow().root();

        assertThat(read.value()).isEqualByComparingTo(new BigDecimal(number));
    }

    @Test
    void neverWritesAHugeExponentOut() {
        Json.Num read = (Json.Num) read("1e999999999").document().orElseThrow().root();

        assertThat(read.value().precision()).isEqualTo(1);
        assertThat(read.text()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1 #|expected a value, found the end of the text",
                "[1|1:1 #|'[' is never closed",
                "{\"a\":1|1:1 #|'{' is never closed",
                "[1 2]|1:4 #|expected ',' or ']', found '2'",
                "{a: 1}|1:2 #|expected the name of a member or '}', found 'a'",
                "{\"a\" 1}|1:6 #|expected ':' after the name of a member",
                "{'a': 1}|1:2 #|expected the name of a member",
                "['a']|1:2 #/0|Use double quotes",
                "[tru]|1:2 #/0|expected true",
                "[01]|1:2 #/0|superfluous 0",
                "[1.]|1:4 #/0|expected a digit, found ']'",
                "[-]|1:3 #/0|expected a digit",
                "[1e]|1:4 #/0|expected a digit",
                "[+1]|1:2 #/0|expected a value, found '+'",
                "[NaN]|1:2 #/0|expected a value, found 'N'",
                "[\"a]|1:2 #/0|a string without an end",
                "[\"\\x\"]|1:3 #/0|an unknown escape",
                "[\"\\u12g4\"]|1:3 #/0|an unknown escape",
                "[\"\\u12\"]|1:3 #/0|an unknown escape",
                "[1] 2|1:5 #|expected the end of the text",
                "[1,,2]|1:4 #/1|expected a value, found ','",
                "[1,]|1:3 #|a comma before ']'",
                "[1] // done|1:5 #|a comment",
                "/* a */ [1]|1:1 #|a comment",
                "[1 /* a|1:4 #|a comment",
                "é|1:1 #|found U+00E9",
            })
    void saysWhereATextIsNotJsonAndWhatToDo(String text, String place, String message) {
        JsonReader.Result read = read(text);

        assertThat(read.document()).isEmpty();
        assertThat(read.findings()).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("json-syntax");
            assertThat(finding.location()).hasToString("test.json:" + place);
            assertThat(finding.message()).contains(message).endsWith(".");
        });
    }

    @Test
    void refusesControlCharactersInStrings() {
        assertThat(read("[\"a\tb\"]").findings())
                .extracting(Finding::message)
                .containsExactly("the control character U+0009 in a string. Write it as \\u0009.");
    }

    @Test
    void reportsAllItCanFollowAtOnce() {
        assertThat(read("{\"a\": [1,], // why\n \"b\": 1, \"b\": {\"c\": 2},}").findings())
                .extracting(Finding::toString)
                .extracting(text -> text.substring(0, text.indexOf(": ")))
                .containsExactly(
                        "[json-syntax] test.json:1:9 #/a",
                        "[json-syntax] test.json:1:13 #",
                        "[json-duplicate] test.json:2:10 #/b",
                        "[json-syntax] test.json:2:23 #");
    }

    @Test
    void keepsTheFirstOfTwoMembersWithOneNameAndThePlacesOfTheOthers() {
        JsonDocument document =
                read("{\"a\": 1, \"a\": [2, 3], \"b\": 4}").document().orElseThrow();
        Json.Obj root = (Json.Obj) document.root();

        assertThat(root.members().get("a")).isEqualTo(new Json.Num(BigDecimal.ONE));
        assertThat(document.locate(root.members().get("b"))).hasToString("test.json:1:28 #/b");
    }

    @Test
    void limitsHowDeepValuesAreNested() {
        int depth = JsonReader.MAX_DEPTH;

        assertThat(read("[".repeat(depth) + "]".repeat(depth)).findings()).isEmpty();
        for (String open : List.of("[", "{\"a\":")) {
            assertThat(read(open.repeat(1_000_000)).findings())
                    .extracting(Finding::rule)
                    .containsExactly("json-depth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-1000000000"})
    void refusesExponentsBeyondWhatCanBeKept(String number) {
        assertThat(read(number).findings()).extracting(Finding::rule).containsExactly("json-number");
    }

    @Test
    void refusesNumbersOfMillionsOfDigitsInNoTime() {
        String digits = "7".repeat(5_000_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(read(digits).findings())
                        .extracting(Finding::rule)
                        .containsExactly("json-number"));
    }

    @Test
    void stopsCountingMistakesAtSomePoint() {
        assertThat(read("[" + "[1,],".repeat(1000) + "1]").findings()).hasSize(100);
    }

    @Test
    void readsUtf8AndUtf16WithAndWithoutAByteOrderMark() {
        String text = "{\"ä\":\"\uD83D\uDE00\"}";
        Json expected = new Json.Obj(Map.of("ä", new Json.Str("\uD83D\uDE00")));

        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(JsonReader.read("test.json", bytes)
                            .document()
                            .orElseThrow()
                            .root())
                    .isEqualTo(expected);
        }
    }

    @Test
    void saysWhereBytesAreNoText() {
        byte[] bytes = {'[', '"', '\n', 'a', (byte) 0xff, '"', ']'};

        assertThat(JsonReader.read("test.json", bytes).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "[json-encoding] test.json:2:2 #: the bytes here are not UTF-8. Save the file as UTF-8.");
    }

    private static JsonReader.Result read(String text) {
        return JsonReader.read("test.json", text);
    }
}

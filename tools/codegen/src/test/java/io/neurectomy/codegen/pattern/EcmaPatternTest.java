package io.neurectomy.codegen.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.codegen.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EcmaPatternTest {

    private static final Path RESOURCES = Path.of("src/test/resources/io/neurectomy/codegen/pattern");

    record Match(String pattern, String text, boolean found) {}

    static Stream<Match> matches() {
        List<Match> matches = new ArrayList<>();
        String pattern = "";
        for (String line : lines("matches.txt").toList()) {
            if (line.startsWith("pattern ")) {
                pattern = line.substring("pattern ".length());
            } else {
                matches.add(
                        new Match(pattern, unescaped(line.substring(1).replaceFirst("^ ", "")), line.charAt(0) == '+'));
            }
        }
        return matches.stream();
    }

    static Stream<String> invalid() {
        return lines("invalid.txt");
    }

    static Stream<String> literals() {
        return lines("javascript.txt");
    }

    static Stream<String> growths() {
        return lines("catastrophic.txt");
    }

    @ParameterizedTest
    @MethodSource("matches")
    void findsInJavaWhatEcma262Finds(Match match) throws InvalidPatternException {
        EcmaPattern.parse(match.pattern())
                .toJava()
                .ifPresent(java -> assertThat(
                                Pattern.compile(java).matcher(match.text()).find())
                        .as("%s, in Java %s", match, java)
                        .isEqualTo(match.found()));
    }

    @Test
    void findsInJavaScriptWhatEcma262Finds() throws Exception {
        check(List.of("node", "match.js"), pattern -> Optional.of(pattern.toJavaScript()));
    }

    @Test
    void findsInPythonWhatEcma262Finds() throws Exception {
        check(List.of("python3", "match.py"), EcmaPattern::toPython);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNoExpression(String line) {
        String[] parts = line.split("\\|(?=\\d)|(?<=\\|\\d)\\|");
        assertThatThrownBy(() -> EcmaPattern.parse(parts[0]))
                .isInstanceOfSatisfying(InvalidPatternException.class, refusal -> {
                    assertThat(refusal).hasMessage(parts[2]);
                    assertThat(refusal.index()).isEqualTo(Integer.parseInt(parts[1]));
                });
    }

    @ParameterizedTest
    @MethodSource("literals")
    void keepsInJavaScriptWhatIsValidAsItStands(String line) throws InvalidPatternException {
        String[] parts = line.split(" +");
        assertThat(EcmaPattern.parse(parts[0]).toJavaScript()).isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @MethodSource("growths")
    void tellsWhetherMatchingGrowsExponentially(String line) throws InvalidPatternException {
        String[] parts = line.split(" +");
        assertThat(EcmaPattern.parse(parts[0]).isCatastrophic()).isEqualTo(parts[1].equals("yes"));
    }

    @Test
    void writesRustWithoutWhatItsEngineLacks() throws InvalidPatternException {
        assertThat(EcmaPattern.parse("^\\d[\\w.]\\s?\\bx[[&&-]$").toRust())
                .hasValue(
                        "^[0-9][0-9A-Z_a-z.][\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}"
                                + "\\x{3000}\\x{feff}]?(?-u:\\b)x[\\[\\&\\&\\-]$");
        assertThat(EcmaPattern.parse("[\\p{L}\\P{Script=Greek}][^\\ud800-\\udfff][]\\ud800")
                        .toRust())
                .hasValue("[\\p{General_Category=L}\\P{Script=Greek}](?s:.)[^\\s\\S][^\\s\\S]");
        for (String pattern : List.of("(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "\\B")) {
            assertThat(EcmaPattern.parse(pattern).toRust()).as(pattern).isEmpty();
        }
    }

    @Test
    void saysWhatIsNotEcma262ThoughItIsUnderstood() throws InvalidPatternException {
        assertThat(EcmaPattern.parse("(?i)a").foreign()).hasValue("'(?i)' is not ECMA-262");
        assertThat(EcmaPattern.parse("(?P<a>a)").foreign()).hasValue("'(?P<' is not ECMA-262");
        assertThat(EcmaPattern.parse("(?<a>a)").foreign()).isEmpty();
    }

    @Test
    void refusesGroupsTooDeepForAnyStack() {
        assertThatThrownBy(() -> EcmaPattern.parse("(".repeat(100_000)))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void judgesTheGrowthOfALongExpressionInTime() throws InvalidPatternException {
        assertThat(EcmaPattern.parse("^(" + "[a-z]?[0-9]*".repeat(500) + ")$").isCatastrophic())
                .isFalse();
        assertThat(EcmaPattern.parse("^(" + "[a-z]?[0-9]?".repeat(100) + "x)*$").isCatastrophic())
                .isFalse();
    }

    /** Runs all matches in one process of another language; one that is missing is a failure only in CI. */
    private static void check(List<String> command, Function<EcmaPattern, Optional<String>> translation)
            throws IOException, InterruptedException, InvalidPatternException {
        List<Match> said = new ArrayList<>();
        List<Json> input = new ArrayList<>();
        for (Match match : matches().toList()) {
            Optional<String> pattern = translation.apply(EcmaPattern.parse(match.pattern()));
            if (pattern.isPresent()) {
                said.add(match);
                input.add(new Json.Obj(
                        Map.of("pattern", new Json.Str(pattern.get()), "text", new Json.Str(match.text()))));
            }
        }
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(RESOURCES.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), "SKIPPED: there is no " + command.get(0) + " here");
            throw missing;
        }
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(new Json.Arr(input).text().getBytes(StandardCharsets.UTF_8));
        }
        String output;
        try (InputStream stdout = process.getInputStream()) {
            output = new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).isZero();
        String[] found = output.trim().replaceAll("[\\[\\] ]", "").split(",");
        assertThat(found).hasSameSizeAs(said);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("%s", said.get(i))
                    .isEqualTo(String.valueOf(said.get(i).found()));
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(RESOURCES.resolve(file)).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unescaped(String text) {
        Matcher escapes = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))").matcher(text);
        return escapes.replaceAll(escape -> Matcher.quoteReplacement(
                escape.group(1) != null
                        ? Character.toString((char) Integer.parseInt(escape.group(1), 16))
                        : escape.group().translateEscapes()));
    }
}

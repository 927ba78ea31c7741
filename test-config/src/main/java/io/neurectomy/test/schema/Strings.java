package io.neurectomy.test.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Strings that are worth trying, the simplest first. Not each fits; the maker asks the validator. */
final class Strings {

    private static final int LONG = 300;
    private static final List<String> EDGES = List.of(
            "a",
            "",
            "Zürich, 東京",
            "\"quoted\" \\ / back",
            "line\nbreak\ttab\r\u0001\u007f",
            "🙂👩‍🚀 surrogate pairs",
            " blanks ",
            "null",
            "0",
            "true",
            "\u0000\u2028\ufeff",
            "e\u0301 \u202eltr",
            "<a href='x'>&amp;${x}{{x}}%s");
    private static final List<String> ALPHABET =
            List.of("a", "b", "z", "Z", "0", "9", "-", "_", ".", " ", "/", "\"", "\\", "\n", "ä", "ß", "東", "🙂", "𝔘");
    private static final Map<String, List<String>> FORMATS = Map.ofEntries(
            Map.entry(
                    "date-time",
                    List.of("2024-01-01T00:00:00Z", "2024-02-29T23:59:59.999999999+14:00", "1985-04-12T23:20:50.52Z")),
            Map.entry("date", List.of("2024-01-01", "2024-02-29", "1970-01-01")),
            Map.entry("time", List.of("00:00:00Z", "23:59:59.5+01:00")),
            Map.entry("duration", List.of("P1D", "PT1H30M", "P1Y2M3DT4H5M6S")),
            Map.entry("email", List.of("a@example.com", "first.last+tag@sub.example.org")),
            Map.entry("idn-email", List.of("a@example.com", "ä@example.com")),
            Map.entry("hostname", List.of("example.com", "a", "xn--4gbwdl.xn--wgbh1c")),
            Map.entry("idn-hostname", List.of("example.com", "münchen.example")),
            Map.entry("ipv4", List.of("127.0.0.1", "0.0.0.0", "255.255.255.255")),
            Map.entry("ipv6", List.of("::1", "2001:db8::8a2e:370:7334", "::ffff:192.0.2.1")),
            Map.entry("uri", List.of("https://example.com", "urn:a:b", "http://example.com:80/a/b?c=%20d#e")),
            Map.entry("uri-reference", List.of("a", "https://example.com", "../a?b#c", "")),
            Map.entry("iri", List.of("https://example.com", "https://example.com/ä")),
            Map.entry("iri-reference", List.of("a", "/ä")),
            Map.entry("uri-template", List.of("https://example.com/{id}", "a")),
            Map.entry("uuid", List.of("00000000-0000-0000-0000-000000000000", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")),
            Map.entry("json-pointer", List.of("", "/a/0/~0~1")),
            Map.entry("relative-json-pointer", List.of("0", "1/a")),
            Map.entry("regex", List.of("a", "^[a-z]+$")));

    private Strings() {}

    /** Returns the candidates for what the facts say, the last ones random. */
    static List<String> candidates(Facts facts, RandomGenerator random) {
        int least = facts.atLeast("minLength");
        int most = facts.atMost("maxLength");
        Set<String> found = new LinkedHashSet<>();
        List<String> patterns =
                facts.all("pattern").map(node -> node.asString("")).distinct().toList();
        boolean formatted = facts.all("format").anyMatch(node -> FORMATS.containsKey(node.asString("")));
        facts.all("format").forEach(node -> found.addAll(FORMATS.getOrDefault(node.asString(""), List.of())));
        for (String pattern : patterns) {
            PatternSampler.of(pattern).ifPresent(sampler -> {
                found.add(sampler.sample(random, 0));
                for (int extra : new int[] {1, 2, 4, 9, least, Math.min(most, LONG)}) {
                    found.add(sampler.sample(random, extra));
                }
                // Without anchors a pattern allows anything around it.
                found.add("x" + sampler.sample(random, 3) + "\"🙂");
                for (int i = 0; i < 8; i++) {
                    found.add(fitted(sampler, random, least, most));
                }
            });
        }
        if (patterns.isEmpty() && !formatted) {
            found.add(sized("a", least, most));
            found.add(sized("a", least, least));
            if (most <= 100_000) {
                found.add(sized("b", most, most));
                found.add(sized("🙂", most, most));
            }
            EDGES.forEach(edge -> found.add(sized(edge, least, most)));
            found.add(sized("long ", Math.max(least, Math.min(most, LONG)), most));
            int length = least + random.nextInt(Math.max(1, Math.min(20, most - least + 1)));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(ALPHABET.get(random.nextInt(ALPHABET.size())));
            }
            found.add(text.toString());
        }
        // What the author wrote is often the only thing that fits a format or pattern that nobody understands.
        Stream.of("examples", "default", "enum", "example")
                .flatMap(facts::all)
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .filter(JsonNode::isString)
                .limit(20)
                .forEach(node -> found.add(node.stringValue()));
        return new ArrayList<>(found);
    }

    private static String fitted(PatternSampler.Sampler sampler, RandomGenerator random, int least, int most) {
        String text = "";
        for (int i = 0; i < 30; i++) {
            text = sampler.sample(random, 1 + i);
            int length = text.codePointCount(0, text.length());
            if (length >= least && length <= most) {
                return text;
            }
        }
        return text;
    }

    /** Returns the text repeated or cut until its length is allowed. */
    static String sized(String text, int least, int most) {
        String unit = text.isEmpty() ? "a" : text;
        StringBuilder out = new StringBuilder(text);
        while (out.codePointCount(0, out.length()) < Math.min(least, 1_000_000)) {
            out.append(unit);
        }
        int wanted = Math.max(least, Math.min(most, text.codePointCount(0, text.length())));
        int length = out.codePointCount(0, out.length());
        return length <= wanted ? out.toString() : out.substring(0, out.offsetByCodePoints(0, wanted));
    }
}

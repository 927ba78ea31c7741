package io.neurectomy.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {

    /** The base is http://a/b/c/d;p?q, as in RFC 3986, section 5.4. */
    @ParameterizedTest
    @CsvSource({
        "g:h, g:h",
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y#s, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q",
        ";x, http://a/b/c/;x",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        "..g, http://a/b/c/..g",
        "./g/., http://a/b/c/g/",
        "g/../h, http://a/b/c/h",
        "HTTP://x/../y, http://x/y",
        "urn:a:b, urn:a:b",
    })
    void resolvesAsTheStandardSays(String reference, String expected) {
        UriReference resolved = UriReference.of("http://a/b/c/d;p?q").resolve(UriReference.of(reference));

        assertThat(resolved.resource()).isEqualTo(expected);
    }

    @Test
    void resolvesAgainstABaseWithoutAPath() {
        assertThat(UriReference.of("http://a").resolve(UriReference.of("g")).resource())
                .isEqualTo("http://a/g");
        assertThat(UriReference.of("urn:x:y").resolve(UriReference.of("#f")).resource())
                .isEqualTo("urn:x:y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b/c", "/ä/\uD83D\uDE00", "/100%/#?", "/[x]\\^`{|}"})
    void decodesWhatItEncodes(String path) {
        String encoded = UriReference.encode(path);

        assertThat(UriReference.decode(encoded)).isEqualTo(path);
        assertThat(UriReference.of(encoded).path()).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({"%zz, %zz", "%, %", "a%2, a%2", "%41%C3%A4, Aä"})
    void leavesPercentSignsThatEncodeNothing(String text, String expected) {
        assertThat(UriReference.decode(text)).isEqualTo(expected);
    }
}

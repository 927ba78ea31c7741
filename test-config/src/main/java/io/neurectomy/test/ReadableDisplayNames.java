package io.neurectomy.test;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Turns names in camel case or with underscores into words: {@code refusesAnHTTPHeader} and
 * {@code refuses_an_HTTP_header} read "refuses an HTTP header".
 *
 * <p>Methods and nested classes become words; a top-level class keeps its simple name, so that it can be searched for.
 * Parameter types are left out. It is the default for every test class; {@code @DisplayName} and
 * {@code @DisplayNameGeneration} win. Stateless and thread-safe.
 */
public final class ReadableDisplayNames implements DisplayNameGenerator {

    /** Underscores, and the borders aB, 1B, ABc and a1 (but not A1: "UTF8" and "v2" stay one word). */
    private static final Pattern BORDER =
            Pattern.compile("_+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{Ll}{2})(?=\\d)");

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]+");

    /** Creates the generator; JUnit calls this by reflection. */
    public ReadableDisplayNames() {}

    /**
     * Returns the simple name of the class, unchanged.
     *
     * @param testClass a top-level or static nested test class
     * @return its simple name
     */
    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        return testClass.getSimpleName();
    }

    /**
     * Returns the simple name of the class as words.
     *
     * @param enclosingInstanceTypes the classes around it, outermost first; not used
     * @param nestedClass a class annotated with {@code @Nested}
     * @return its words
     */
    @Override
    public String generateDisplayNameForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> nestedClass) {
        return words(nestedClass.getSimpleName());
    }

    /**
     * Returns the name of the method as words.
     *
     * @param enclosingInstanceTypes the classes around the test class, outermost first; not used
     * @param testClass the class that is run; not used
     * @param testMethod the test method
     * @return its words, without parameter types
     */
    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return words(testMethod.getName());
    }

    private static String words(String name) {
        String words = BORDER.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> ACRONYM.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? name : words;
    }
}

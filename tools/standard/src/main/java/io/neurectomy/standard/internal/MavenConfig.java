package io.neurectomy.standard.internal;

import io.neurectomy.standard.Place;
import io.neurectomy.standard.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the properties out of {@code .mvn/maven.config}. */
final class MavenConfig {
    // Maven 3.8 splits the file at white space, later versions at line ends; a property is written alike in both.
    private static final Pattern PROPERTY = Pattern.compile("(?<=^|\\s)(?:-D|--define[= ])([^\\s=]+)(?:=(\\S*))?");

    private MavenConfig() {}

    static List<Setting> parse(String file, String text) {
        List<Setting> settings = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\n", -1)) {
            line++;
            Matcher property = PROPERTY.matcher(content);
            while (!content.startsWith("#") && property.find()) {
                String value = property.group(2);
                settings.add(new Setting(property.group(1), value == null ? "true" : value, new Place(file, line)));
            }
        }
        return settings;
    }
}

package io.neurectomy.standard.module;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new module is called: its folder, its package, its first type.
 *
 * @param name words of lower-case letters and digits, joined by hyphens
 */
record ModuleName(String name) {
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9]*");
    // Windows has devices by these names, in every folder.
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Set<String> MEANT_OTHERWISE = Set.of("src", "target");
    private static final Set<String> SAY_NOTHING = Set.of("util", "utils", "helper", "helpers", "misc");

    static ModuleName of(String name) throws RefusedException {
        if (!WORDS.matcher(name).matches() || name.length() > 64) {
            throw refused(name, "is not a name of words in lower case, joined by hyphens", "Use one such as billing.");
        }
        if (DEVICES.contains(name) || name.matches("(?:com|lpt)[0-9]")) {
            throw refused(name, "is the name of a device on Windows", "Use another.");
        }
        if (MEANT_OTHERWISE.contains(name)) {
            throw refused(name, "is a folder that Maven uses for something else", "Use another.");
        }
        return new ModuleName(name);
    }

    /** The package that follows from a group, where the user names none. */
    String packageIn(String groupId) {
        String group = Arrays.stream(groupId.toLowerCase(Locale.ROOT).split("\\."))
                .map(part -> part.replaceAll("[^a-z0-9]", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return group + "." + name.replace("-", "");
    }

    static String checkedPackage(String packageName) throws RefusedException {
        for (String segment : packageName.split("\\.", -1)) {
            if (!SEGMENT.matcher(segment).matches() || SourceVersion.isKeyword(segment)) {
                throw refusedPackage(packageName, "'" + segment + "' can't be a part of a package's name");
            }
            if (SAY_NOTHING.contains(segment)) {
                throw refusedPackage(packageName, "'" + segment + "' says nothing about what is in the package");
            }
        }
        return packageName;
    }

    /** {@code order-entry} is {@code OrderEntry}. */
    String typePrefix() {
        return Arrays.stream(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code order-entry} is {@code Order entry}. */
    String title() {
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static RefusedException refused(String name, String why, String remedy) {
        return new RefusedException("[module-name] -Dname: '" + name + "' " + why + ". " + remedy);
    }

    private static RefusedException refusedPackage(String name, String why) {
        return new RefusedException("[package-name] -DpackageName: " + name + ": " + why
                + ". Name it yourself, such as -DpackageName=com.acme.billing.");
    }
}

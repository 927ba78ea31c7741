package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule file as consumers load it: from the class path. */
final class RuleFile {
    private static final String RESOURCE = "io/neurectomy/checkstyle/neurectomy-checkstyle.xml";

    private RuleFile() {}

    static Configuration load() {
        return load(new Properties());
    }

    private static Configuration load(Properties properties) {
        try {
            return ConfigurationLoader.loadConfiguration(RESOURCE, new PropertiesExpander(properties));
        } catch (CheckstyleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the modules that have an id and are not filters, that is, the rules. */
    static List<Configuration> rules() {
        return modules(load()).filter(RuleFile::hasId).toList();
    }

    /** Returns every module of the file, in its order. */
    static Stream<Configuration> modules(Configuration configuration) {
        return Stream.concat(
                Stream.of(configuration),
                Arrays.stream(configuration.getChildren()).flatMap(RuleFile::modules));
    }

    static Set<String> ids() {
        return rules().stream().map(RuleFile::id).collect(Collectors.toCollection(TreeSet::new));
    }

    static String id(Configuration rule) {
        try {
            return rule.getProperty("id");
        } catch (CheckstyleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasId(Configuration module) {
        return !module.getName().endsWith("Filter")
                && Arrays.asList(module.getPropertyNames()).contains("id");
    }

    /** Runs the rules over every Java file below {@code folder} and returns the findings in the order of their places. */
    static List<String> findingsIn(Path folder) {
        return findingsIn(folder, new Properties());
    }

    /** Runs the rules with {@code properties}, as the parent hands them to the rule file. */
    static List<String> findingsIn(Path folder, Properties properties) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<File> files = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .map(Path::toFile)
                    .toList();
            FindingList findings = new FindingList(folder);
            Checker checker = new Checker();
            checker.setModuleClassLoader(RuleFile.class.getClassLoader());
            checker.configure(load(properties));
            checker.addListener(findings);
            checker.process(files);
            checker.destroy();
            return findings.sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CheckstyleException e) {
            throw new IllegalStateException(e);
        }
    }
}

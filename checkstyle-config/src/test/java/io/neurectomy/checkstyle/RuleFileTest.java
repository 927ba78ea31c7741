package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.api.Configuration;
import com.puppycrawl.tools.checkstyle.meta.ModuleDetails;
import com.puppycrawl.tools.checkstyle.meta.XmlMetaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    /** Keys that can't occur as the rules are configured. */
    private static final Set<String> UNUSED_KEYS =
            Set.of("duplicate.regexp", "required.regexp", "method.name.equals.class.name", "import.avoidStarCount");

    private static final Set<String> NO_RULES = Set.of("Checker", "TreeWalker", "SuppressWarningsHolder");

    @Test
    void givesEveryRuleAnIdInKebabCase() {
        assertThat(RuleFile.ids()).allMatch(id -> id.matches("[a-z]+(?:-[a-z]+)*"));
        assertThat(RuleFile.modules(RuleFile.load()))
                .filteredOn(module -> !NO_RULES.contains(module.getName())
                        && !module.getName().endsWith("Filter"))
                .allSatisfy(module -> assertThat(module.getPropertyNames()).contains("id"));
    }

    @Test
    void replacesEveryMessageOfCheckstyle() {
        Map<String, ModuleDetails> stock = XmlMetaReader.readAllModulesIncludingThirdPartyIfAny().stream()
                .collect(Collectors.toMap(ModuleDetails::getName, Function.identity(), (one, other) -> one));
        Map<String, List<String>> missing = new TreeMap<>();
        for (Configuration rule : RuleFile.rules()) {
            List<String> keys = new ArrayList<>(keys(stock.get(rule.getName())));
            keys.removeAll(rule.getMessages().keySet());
            if (!keys.isEmpty()) {
                missing.put(RuleFile.id(rule), keys);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void saysInEveryMessageWhatIsWrongAndWhatToDo() {
        List<String> messages = new ArrayList<>();
        for (Configuration rule : RuleFile.rules()) {
            messages.addAll(rule.getMessages().values());
        }
        assertThat(messages).isNotEmpty().allMatch(message -> message.matches("(?s).+[.:] ?.+\\..*"));
    }

    @Test
    void agreesWithTheTableInTheReadme() throws IOException {
        Matcher row =
                Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [^|]+ \\|$").matcher(Files.readString(Path.of("README.md")));
        List<String> documented = row.results().map(result -> result.group(1)).toList();
        assertThat(documented).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(documented)).isEqualTo(RuleFile.ids());
    }

    private static List<String> keys(ModuleDetails details) {
        // Our own checks have no metadata: they report nothing but "finding".
        return details == null
                ? List.of("finding")
                : details.getViolationMessageKeys().stream()
                        .filter(key -> !UNUSED_KEYS.contains(key))
                        .toList();
    }
}

package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.standard.Rules;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelpMojoTest {
    private final RecordingLog log = new RecordingLog();

    @Test
    void listsGoalsWithOneSentenceAndTheRules() throws Exception {
        help(false, null).execute();
        assertThat(text())
                .containsPattern("audit +Checks the repository\\.\n")
                .contains("managed-version")
                .doesNotContain("verification.fail");
    }

    @Test
    void listsTheParametersThatAUserMaySetWhenAskedForDetail() throws Exception {
        help(true, null).execute();
        assertThat(text())
                .containsPattern("-Dverification.fail +Ends the build\\.")
                .doesNotContain("session");
    }

    @Test
    void explainsARule() throws Exception {
        help(false, "managed-version").execute();
        assertThat(text()).contains("# managed-version", "## Why", "## Bad", "## Good", "## Repair");
    }

    @Test
    void namesTheRulesThatAnUnknownIdMayHaveMeant() {
        assertThatThrownBy(() -> help(false, "managed-versions").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is no rule managed-versions. Did you mean managed-version");
        assertThatThrownBy(() -> help(false, "xyzzy").execute())
                .hasMessageContaining("The rules are " + Rules.all().get(0).id() + ", ");
    }

    @Test
    void listsTheRulesAlsoWithoutADescriptor() throws Exception {
        HelpMojo help = new HelpMojo();
        help.setLog(log);
        help.execute();
        assertThat(text()).contains("module-readme");
    }

    private String text() {
        return String.join("\n", log.lines).replace("\r\n", "\n");
    }

    private HelpMojo help(boolean detail, @Nullable String rule) throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("audit");
        goal.setDescription("Checks the\n<b>repository</b>. And more.");
        Parameter fail = new Parameter();
        fail.setName("fail");
        fail.setEditable(true);
        fail.setDescription("Ends the build.");
        Parameter plain = new Parameter();
        plain.setName("plain");
        plain.setEditable(true);
        Parameter session = new Parameter();
        session.setName("session");
        session.setEditable(false);
        goal.setParameters(List.of(fail, plain, session));
        DefaultPlexusConfiguration configuration = new DefaultPlexusConfiguration("configuration");
        configuration.addChild("fail", "${verification.fail}");
        goal.setMojoConfiguration(configuration);
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.addMojo(goal);
        HelpMojo help = new HelpMojo();
        help.setLog(log);
        help.plugin = plugin;
        help.detail = detail;
        help.rule = rule;
        return help;
    }
}

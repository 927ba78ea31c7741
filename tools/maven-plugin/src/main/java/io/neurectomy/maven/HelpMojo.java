package io.neurectomy.maven;

import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Rules;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Lists the goals and the rules, or explains one rule: why, a bad and a good example, how to repair. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {
    /** The id of a rule to explain. */
    @Parameter(property = "rule")
    @Nullable
    String rule;

    /** Also lists the parameters of each goal. */
    @Parameter(property = "detail", defaultValue = "false")
    boolean detail;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    @Nullable
    PluginDescriptor plugin;

    @Override
    public void execute() throws MojoFailureException {
        String text = rule == null ? overview() : explanation(rule);
        getLog().info(System.lineSeparator() + text.stripTrailing());
    }

    private static String explanation(String id) throws MojoFailureException {
        return Rules.byId(id).map(Rule::documentation).orElseThrow(() -> {
            List<String> near = Rules.near(id);
            List<String> known =
                    near.isEmpty() ? Rules.all().stream().map(Rule::id).toList() : near;
            return new MojoFailureException("There is no rule " + id + ". "
                    + (near.isEmpty() ? "The rules are " : "Did you mean ") + String.join(", ", known)
                    + (near.isEmpty() ? "." : "?"));
        });
    }

    private String overview() {
        StringBuilder text = new StringBuilder("Goals, as mvn neurectomy:<goal>:\n");
        if (plugin != null) {
            plugin.getMojos().stream()
                    .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                    .forEach(goal -> describe(goal, text));
        }
        text.append(detail ? "" : "\nTheir parameters: mvn neurectomy:help -Ddetail\n");
        text.append("\nRules, explained by mvn neurectomy:help -Drule=<id>:\n");
        Rules.all().forEach(r -> text.append(String.format("  %-36s %s%n", r.id(), r.summary())));
        return text.toString();
    }

    private void describe(MojoDescriptor goal, StringBuilder text) {
        text.append(String.format("  %-36s %s%n", goal.getGoal(), firstSentence(goal.getDescription())));
        if (detail) {
            goal.getParameters().stream()
                    .filter(p -> p.isEditable())
                    .forEach(p -> text.append(String.format(
                            "    %-34s %s%n", property(goal, p.getName()), firstSentence(p.getDescription()))));
        }
    }

    private static String property(MojoDescriptor goal, String parameter) {
        PlexusConfiguration configuration = goal.getMojoConfiguration();
        PlexusConfiguration value = configuration == null ? null : configuration.getChild(parameter, false);
        String expression = value == null ? null : value.getValue(null);
        return expression == null ? parameter : "-D" + expression.replaceAll("[${}]", "");
    }

    private static String firstSentence(@Nullable String description) {
        String plain = description == null
                ? ""
                : description.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
        int end = plain.indexOf(". ");
        return end < 0 ? plain : plain.substring(0, end + 1);
    }
}

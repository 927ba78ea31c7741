package io.neurectomy.standard.internal;

import io.neurectomy.standard.Place;
import io.neurectomy.standard.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * What rules look at in a workflow of GitHub.
 *
 * @param place where it begins
 * @param uses the actions and workflows that jobs and their steps use, in document order
 * @param runs the scripts of the steps, in document order
 * @param permissions whether the workflow, or each of its jobs, says what its token may do
 */
public record Workflow(Place place, List<Line> uses, List<Line> runs, boolean permissions) {
    /**
     * A text with its place.
     *
     * @param text what stands there
     * @param place where
     */
    public record Line(String text, Place place) {}

    /**
     * Reads a workflow.
     *
     * @param file a file of {@code .github/workflows}
     * @return the workflow; empty if it is no YAML mapping
     */
    public static Optional<Workflow> of(SourceFile file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.path()).build();
        try {
            return new Composer(settings, new ParserImpl(settings, new StreamReader(settings, file.text())))
                    .getSingleNode()
                    .filter(MappingNode.class::isInstance)
                    .map(root -> of(root, file.path()));
        } catch (YamlEngineException | StackOverflowError e) {
            // Not YAML, or nested so deep that nobody runs it.
            return Optional.empty();
        }
    }

    private static Workflow of(Node root, String path) {
        List<Line> uses = new ArrayList<>();
        List<Line> runs = new ArrayList<>();
        List<Node> jobs = value(root, "jobs").flatMap(Workflow::values).toList();
        for (Node job : jobs) {
            List<Node> steps = value(job, "steps").flatMap(Workflow::items).toList();
            Stream.concat(Stream.of(job), steps.stream())
                    .flatMap(step -> value(step, "uses"))
                    .flatMap(node -> line(node, path))
                    .forEach(uses::add);
            steps.stream()
                    .flatMap(step -> value(step, "run"))
                    .flatMap(node -> line(node, path))
                    .forEach(runs::add);
        }
        boolean permissions = value(root, "permissions").findAny().isPresent()
                || jobs.stream()
                        .allMatch(job -> value(job, "permissions").findAny().isPresent());
        return new Workflow(Place.of(path), List.copyOf(uses), List.copyOf(runs), permissions);
    }

    private static Stream<Line> line(Node node, String path) {
        return node instanceof ScalarNode scalar
                ? Stream.of(new Line(
                        scalar.getValue(),
                        new Place(
                                path,
                                scalar.getStartMark().map(m -> m.getLine() + 1).orElse(0))))
                : Stream.empty();
    }

    private static Stream<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(t -> t.getKeyNode() instanceof ScalarNode s
                                && s.getValue().equals(key))
                        .map(t -> t.getValueNode())
                : Stream.empty();
    }

    private static Stream<Node> values(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(t -> t.getValueNode())
                : Stream.empty();
    }

    private static Stream<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.empty();
    }
}

package io.neurectomy.standard.adopt;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was in force in a module before: what only Maven's effective model knows.
 *
 * @param release the Java release that the compiler was told, empty if it was told none
 * @param processors {@code groupId:artifactId:version} of each dependency that is an annotation processor
 * @param plugins version by {@code groupId:artifactId} of the plugins of the build, those without a version left out
 * @param executions {@code groupId:artifactId:goal@id}, one for each goal of an execution
 * @param dependencies version and scope by {@code groupId:artifactId:type[:classifier]} of the direct dependencies
 * @param resources folder, filtering and patterns of each resource, as one text
 * @param foreign execution and resource that come from a parent outside the repository and that the build parent has
 *     nothing for; if there is one, this parent carries behaviour
 */
public record ModuleFacts(
        Optional<String> release,
        List<String> processors,
        Map<String, String> plugins,
        List<String> executions,
        Map<String, String> dependencies,
        List<String> resources,
        List<String> foreign) {
    /**
     * Copies lists and maps.
     *
     * @param release the Java release
     * @param processors annotation processors
     * @param plugins versions of plugins
     * @param executions goals that run
     * @param dependencies versions and scopes
     * @param resources resources
     * @param foreign what a parent outside brings
     */
    public ModuleFacts {
        processors = List.copyOf(processors);
        plugins = Map.copyOf(plugins);
        executions = List.copyOf(executions);
        dependencies = Map.copyOf(dependencies);
        resources = List.copyOf(resources);
        foreign = List.copyOf(foreign);
    }
}

package io.neurectomy.test.internal;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run of fixture classes in a JVM of its own, as a consumer's would be: nothing is configured but what it is told. */
public final class FreshJvm {

    private final Map<String, String> systemProperties = new TreeMap<>();
    private final Map<String, String> requestParameters = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<Path> first = new ArrayList<>();

    /** Sets a system property of the JVM. */
    public FreshJvm with(String name, String value) {
        systemProperties.put(name, value);
        return this;
    }

    /** Sets a parameter in the request to JUnit, as Surefire's {@code configurationParameters} do. */
    public FreshJvm withRequestParameter(String name, String value) {
        requestParameters.put(name, value);
        return this;
    }

    /** Sets an environment variable; an empty value takes it away. */
    public FreshJvm withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Puts a folder before everything else on the class path. */
    public FreshJvm withFirst(Path folder) {
        first.add(folder);
        return this;
    }

    /** Leaves the jars out whose name starts like this. */
    public FreshJvm without(String jar) {
        hidden.add(jar);
        return this;
    }

    /** Runs the classes and returns standard output and error as lines. */
    public List<String> run(Class<?>... testClasses) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // The agent that measures coverage; the module under test has no need of java.management itself.
        ModuleLayer.boot().findModule("java.management").ifPresent(FreshJvm.class.getModule()::addReads);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(command::add);
        systemProperties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath(), RunClasses.class.getName()));
        requestParameters.forEach((name, value) -> command.add(name + "=" + value));
        Stream.of(testClasses).map(Class::getName).forEach(command::add);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("exit " + process.exitValue() + ": " + output);
            }
            return output.lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String classPath() {
        Stream<String> entries = Stream.of("surefire.test.class.path", "java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty());
        return Stream.concat(first.stream().map(Path::toString), entries)
                .filter(entry -> hidden.stream()
                        .noneMatch(
                                jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}

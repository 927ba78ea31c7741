package io.neurectomy.standard.internal;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Reads facts out of Java files by the parser of the running JDK; resolves nothing and runs no processor. */
final class JavaReader {
    // A task costs many milliseconds to set up, and holds the trees of all its files until it is done.
    private static final int CHARACTERS_AT_ONCE = 3_000_000;

    private JavaReader() {}

    /**
     * Adds what their Java files say to modules.
     *
     * @param modules modules with their sources
     * @return the same modules in the same order with the facts
     */
    static List<Module> into(List<Module> modules) {
        Map<String, JavaSource> main = read(modules.stream().flatMap(m -> m.mainSources().stream()), false);
        Map<String, JavaSource> test = read(modules.stream().flatMap(m -> m.testSources().stream()), true);
        return modules.stream()
                .map(m -> m.withJava(facts(m.mainSources(), main), facts(m.testSources(), test)))
                .toList();
    }

    private static List<JavaSource> facts(List<SourceFile> files, Map<String, JavaSource> known) {
        return files.stream()
                .flatMap(f -> Stream.ofNullable(known.get(f.path())))
                .toList();
    }

    private static Map<String, JavaSource> read(Stream<SourceFile> files, boolean tests) {
        Map<String, JavaSource> sources = new HashMap<>();
        List<SourceFile> batch = new ArrayList<>();
        int characters = 0;
        for (SourceFile file : files.filter(f -> f.name().endsWith(".java")).toList()) {
            batch.add(file);
            characters += file.text().length();
            if (characters > CHARACTERS_AT_ONCE) {
                parse(batch, tests).forEach(s -> sources.put(s.path(), s));
                batch.clear();
                characters = 0;
            }
        }
        parse(batch, tests).forEach(s -> sources.put(s.path(), s));
        return sources;
    }

    private static List<JavaSource> parse(List<SourceFile> files, boolean tests) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return files.stream()
                    .map(f -> JavaSource.unknown(f.path(), "this Java has no compiler; run Maven on a JDK"))
                    .toList();
        }
        return files.isEmpty() ? List.of() : parse(compiler, files, tests);
    }

    private static List<JavaSource> parse(JavaCompiler compiler, List<SourceFile> files, boolean tests) {
        try {
            return parseAtOnce(compiler, files, tests);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // javac gives up on the whole task; one by one, only the file that it can't take is lost.
            if (files.size() > 1) {
                return files.stream()
                        .flatMap(f -> parse(compiler, List.of(f), tests).stream())
                        .toList();
            }
            return List.of(JavaSource.unknown(files.get(0).path(), "the Java parser gave up on this file"));
        }
    }

    private static List<JavaSource> parseAtOnce(JavaCompiler compiler, List<SourceFile> files, boolean tests)
            throws IOException {
        // javac hands out wrappers of the files it was given; only their URIs come back.
        Map<URI, SourceFile> texts = new LinkedHashMap<>();
        files.forEach(f -> texts.put(URI.create("memory:///" + texts.size() + ".java"), f));
        Set<URI> broken = new HashSet<>();
        JavacTask task = (JavacTask) compiler.getTask(
                Writer.nullWriter(),
                null,
                d -> {
                    if (d.getKind() == Diagnostic.Kind.ERROR && d.getSource() != null) {
                        broken.add(d.getSource().toUri());
                    }
                },
                List.of("-proc:none"),
                null,
                texts.entrySet().stream()
                        .map(e -> new Text(e.getKey(), e.getValue().text()))
                        .toList());
        Trees trees = Trees.instance(task);
        List<JavaSource> sources = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            URI uri = unit.getSourceFile().toUri();
            SourceFile file = Optional.ofNullable(texts.get(uri)).orElseThrow();
            sources.add(broken.contains(uri) ? broken(file) : new JavaFacts(trees, unit, file, tests).read());
        }
        return sources;
    }

    private static JavaSource broken(SourceFile file) {
        // Without the JDK's version: the same repository must give the same report.
        return JavaSource.unknown(file.path(), "the JDK that runs the audit can't parse this file");
    }

    /** A source that javac reads from memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(URI uri, String content) {
            super(uri, Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}

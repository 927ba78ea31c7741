package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads GraphQL SDL (October 2021, and {@code @oneOf} of September 2025): types, inputs, interfaces, unions, enums and
 * scalars become schemas of the JSON that stands for them in requests and responses.
 *
 * <ul>
 *   <li>A field that is not non-null may be absent or {@code null}; a non-null one must be there. Objects are closed.
 *   <li>Which member of a union or interface an object is, its {@code __typename} says: it is a required property of every
 *       type that is one.
 *   <li>A value of an enum is a string, as the SDL spells it; {@code ID} is a string; {@code Int} has 32 bits.
 *   <li>The types of operations are no data and left out, as are arguments and the definitions of directives.
 * </ul>
 */
public final class SdlReader {

    private static final long MAX_BYTES = 100_000_000;

    private SdlReader() {}

    /**
     * Reads all types.
     *
     * @param file the file as the user named it
     * @param text the SDL
     * @return the graph, whose root is the first type, and what is wrong
     */
    public static SchemaReader.Resolved read(String file, String text) {
        return read(file, text, Optional.empty());
    }

    /**
     * Reads one type and those that it leads to.
     *
     * @param file the file as the user named it
     * @param text the SDL
     * @param root the name of the type
     * @return the graph, whose root is that type, and what is wrong
     */
    public static SchemaReader.Resolved read(String file, String text, String root) {
        return read(file, text, Optional.of(root));
    }

    /**
     * Reads a file.
     *
     * @param file the file, in UTF-8
     * @param root the name of the type that is the graph's root, with those that it leads to; all types if empty
     * @return the graph and what is wrong; also that the file can't be read
     */
    public static SchemaReader.Resolved readFile(Path file, Optional<String> root) {
        List<Finding> findings = new ArrayList<>();
        String text = load(file, findings::add);
        if (findings.isEmpty()) {
            return read(file.toString(), text, root);
        }
        SdlParser.Document nothing = new SdlParser.Document(List.of(), Map.of(), List.of());
        TypeSystem types = TypeSystem.of(nothing, false, ignored -> {});
        return new SchemaReader.Resolved(
                new SdlGraph(types, ignored -> {}).build(file.toString(), Optional.empty()), List.copyOf(findings));
    }

    /** Returns the text of a file; nothing, and why, if it can't be read. */
    static String load(Path file, Consumer<Finding> findings) {
        String problem;
        try {
            if (Files.size(file) <= MAX_BYTES) {
                return Files.readString(file);
            }
            problem = "it has more than " + MAX_BYTES + " bytes. Split it.";
        } catch (CharacterCodingException e) {
            problem = "it is not in UTF-8. Convert it.";
        } catch (IOException e) {
            problem =
                    Files.exists(file) ? "it is no file that may be read." : "there is no such file. Correct the path.";
        }
        Location location = new Location(file.toString(), 1, 1, "");
        findings.accept(new Finding(
                "unreadable-schema", Finding.Severity.ERROR, location, "the schema can't be read: " + problem));
        return "";
    }

    private static SchemaReader.Resolved read(String file, String text, Optional<String> root) {
        SdlParser.Document document = SdlParser.parse(file, text);
        List<Finding> findings = new ArrayList<>(document.findings());
        boolean whole = findings.isEmpty();
        TypeSystem types = TypeSystem.of(document, whole, findings::add);
        if (whole && types.data().isEmpty()) {
            String message = "defines no type of data. Define a type, an input, an enum, a union or an interface.";
            findings.add(new Finding("sdl-empty", Finding.Severity.ERROR, new Location(file, 1, 1, ""), message));
        } else if (whole && root.isPresent() && !types.data().containsKey(root.get())) {
            String message = "defines no type " + root.get() + ". Name one of "
                    + String.join(", ", types.data().keySet()) + ".";
            findings.add(new Finding("sdl-root", Finding.Severity.ERROR, new Location(file, 1, 1, ""), message));
        }
        return new SchemaReader.Resolved(new SdlGraph(types, findings::add).build(file, root), List.copyOf(findings));
    }
}

package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes TypeScript: one module for the model, and beside it one or two that are the same for every model, with the checks
 * that its functions are made of.
 */
public final class TypeScriptBackend implements Backend {

    private static final String JSON_CHECKS = "json-checks";
    private static final String SCHEMA_CHECKS = "schema-checks";

    /** Creates the back end. */
    public TypeScriptBackend() {}

    @Override
    public Output emit(Model model, Options options) {
        Names names = new Names(model);
        Patterns patterns = new Patterns(model.graph());
        Types types = new Types(model, names);
        Checks checks = new Checks(model, names, patterns);
        StringBuilder declarations = new StringBuilder();
        StringBuilder functions = new StringBuilder();
        for (Declaration declaration : model.declarations().values()) {
            declarations.append('\n');
            types.declare(declaration, declarations);
            if (isPublic(declaration, model)) {
                functions(declaration, names, functions);
                checks.declaration(declaration.name());
            }
        }
        StringBuilder constants = new StringBuilder();
        checks.constants().forEach((name, check) -> {
            constants.append("\nconst ").append(name).append(": json.Check = ");
            check.write(constants, 0, 1);
            constants.append(";\n");
        });
        boolean schema = constants.indexOf("schema.") >= 0;
        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                Names.file(model.root()) + ".ts",
                "// Generated. Do not edit: change the schema and generate again.\n\n"
                        + "import * as json from \"./" + JSON_CHECKS + ".js\";\n"
                        + (schema ? "import * as schema from \"./" + SCHEMA_CHECKS + ".js\";\n" : "")
                        + declarations + functions + constants);
        files.put(JSON_CHECKS + ".ts", resource(JSON_CHECKS));
        if (schema) {
            files.put(SCHEMA_CHECKS + ".ts", resource(SCHEMA_CHECKS));
        }
        return new Output(files, patterns.findings());
    }

    /** Whether a document of its own can be of the type: the root's, and what the schema defines by name. */
    private static boolean isPublic(Declaration declaration, Model model) {
        return declaration.name().equals(model.root())
                || model.graph().schema(declaration.schema()).definition();
    }

    private static void functions(Declaration declaration, Names names, StringBuilder out) {
        String name = declaration.name();
        String check = names.check(name);
        if (!(declaration instanceof Declaration.Enumeration)) {
            out.append("\n/** Reads a text. Throws a SyntaxError or a JsonError if it is something else. */\n");
            function("parse" + name, "text: string", name, "json.parse(text, " + check + ")", out);
            out.append('\n');
            function("format" + name, "value: " + name, "string", "json.format(value)", out);
        }
        out.append('\n');
        function("is" + name, "value: unknown", "value is " + name, check + "(value) === undefined", out);
    }

    private static void function(String name, String parameter, String result, String body, StringBuilder out) {
        String line = "export function " + name + "(" + parameter + "): " + result + " {";
        out.append(
                line.length() <= Code.LINE
                        ? line
                        : "export function " + name + "(\n  " + parameter + ",\n): " + result + " {");
        out.append("\n  return ").append(body).append(";\n}\n");
    }

    private static String resource(String name) {
        String file = name + ".ts";
        try (InputStream in = TypeScriptBackend.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the generator's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.sdl.Definition.Directive;
import io.neurectomy.codegen.sdl.Definition.Member;
import io.neurectomy.codegen.sdl.Definition.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a document of type definitions (GraphQL, section 3). A text that is no SDL costs the definition it stands in; the
 * parser goes on at the next, so that all mistakes are found at once.
 */
final class SdlParser {

    /** Lists of lists; nobody means more, and each costs a frame of the stack. */
    private static final int DEEPEST = 50;

    private static final int MOST_FINDINGS = 100;

    private static final Set<String> STARTS =
            Set.of("scalar", "type", "interface", "union", "enum", "input", "extend", "schema", "directive");

    private final String file;
    private final Lexer lexer;
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, String> operations = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Token token = new Token(Token.Kind.END, "", 1, 1);

    /**
     * What a document says.
     *
     * @param definitions the definitions and extensions of types
     * @param operations the names of the types of operations, by {@code query}, {@code mutation}, {@code subscription}
     * @param findings what is no SDL
     */
    record Document(List<Definition> definitions, Map<String, String> operations, List<Finding> findings) {}

    private SdlParser(String file, String text) {
        this.file = file;
        this.lexer = new Lexer(text);
    }

    static Document parse(String file, String text) {
        SdlParser parser = new SdlParser(file, text);
        parser.document();
        return new Document(parser.definitions, parser.operations, parser.findings);
    }

    private void document() {
        try {
            token = lexer.next();
        } catch (SdlException e) {
            report(e);
            recover(e.line());
        }
        while (token.kind() != Token.Kind.END && findings.size() < MOST_FINDINGS) {
            try {
                definition();
            } catch (SdlException e) {
                report(e);
                recover(e.line());
            }
        }
    }

    private void report(SdlException e) {
        Location location = new Location(file, e.line(), e.column(), "");
        findings.add(new Finding("sdl-syntax", Finding.Severity.ERROR, location, e.sentence()));
    }

    /** Goes to the next word that begins a definition and a line below the one that is wrong. */
    private void recover(int line) {
        while (!isStart(token, line)) {
            try {
                token = lexer.next();
                if (token.kind() == Token.Kind.END) {
                    return;
                }
            } catch (SdlException e) {
                // What stands in a definition that is lost anyway is not worth a second finding.
            }
        }
    }

    private static boolean isStart(Token token, int line) {
        boolean first = token.column() == 1 && token.line() > line;
        boolean start =
                token.kind() == Token.Kind.STRING || (token.kind() == Token.Kind.NAME && STARTS.contains(token.text()));
        return first && start;
    }

    private void definition() throws SdlException {
        Optional<String> description = description();
        Token start = token;
        boolean extension = start.isName("extend");
        if (extension) {
            advance();
        }
        String keyword = token.text();
        if (token.kind() != Token.Kind.NAME) {
            throw unexpected("a definition, such as type,");
        }
        switch (keyword) {
            case "schema" -> {
                advance();
                directives();
                schema();
            }
            case "directive" -> {
                advance();
                directiveDefinition();
            }
            case "scalar", "type", "interface", "union", "enum", "input" -> {
                advance();
                type(Definition.Kind.valueOf(keyword.toUpperCase(Locale.ROOT)), extension, description);
            }
            case "query", "mutation", "subscription", "fragment" ->
                throw new SdlException(
                        "'" + keyword + "' begins an operation. Give the schema, not what is asked of it.", start);
            default -> throw unexpected("a definition, such as type,");
        }
    }

    private void type(Definition.Kind kind, boolean extension, Optional<String> description) throws SdlException {
        Location location = here(token.text());
        String name = name("the name of the " + kind.name().toLowerCase(Locale.ROOT));
        List<Reference.Named> others = new ArrayList<>();
        if (token.isName("implements")) {
            advance();
            others(others, "&");
        }
        List<Directive> directives = directives();
        List<Member> members = new ArrayList<>();
        if (kind == Definition.Kind.UNION && token.is("=")) {
            advance();
            others(others, "|");
        } else if (token.is("{") && kind != Definition.Kind.SCALAR && kind != Definition.Kind.UNION) {
            advance();
            while (!token.is("}")) {
                members.add(member(kind, name));
            }
            advance();
        }
        definitions.add(new Definition(kind, extension, name, location, description, directives, others, members));
    }

    private void others(List<Reference.Named> others, String separator) throws SdlException {
        if (token.is(separator)) {
            advance();
        }
        others.add(named());
        while (token.is(separator)) {
            advance();
            others.add(named());
        }
    }

    private Member member(Definition.Kind kind, String type) throws SdlException {
        Optional<String> description = description();
        Location location = here(type + "/" + token.text());
        if (kind == Definition.Kind.ENUM) {
            Token at = token;
            String value = name("a value of the enum");
            if (Set.of("true", "false", "null").contains(value)) {
                throw new SdlException("'" + value + "' can't be a value of an enum. Choose another word.", at);
            }
            return new Member(
                    value, location, description, Optional.empty(), Optional.empty(), directives(), List.of());
        }
        String name = name("a field");
        List<Member> arguments = List.of();
        if (token.is("(") && kind != Definition.Kind.INPUT) {
            arguments = arguments(type + "/" + name);
        }
        expect(":");
        Reference reference = reference(0);
        Optional<Json> defaultValue = Optional.empty();
        if (token.is("=") && kind == Definition.Kind.INPUT) {
            advance();
            defaultValue = Optional.of(value(0));
        }
        return new Member(name, location, description, Optional.of(reference), defaultValue, directives(), arguments);
    }

    /** Reads the arguments of a field or a directive, which say nothing about the types of documents. */
    private List<Member> arguments(String owner) throws SdlException {
        List<Member> arguments = new ArrayList<>();
        expect("(");
        do {
            arguments.add(member(Definition.Kind.INPUT, owner));
        } while (!token.is(")"));
        advance();
        return arguments;
    }

    private void schema() throws SdlException {
        if (!token.is("{")) {
            return;
        }
        advance();
        while (!token.is("}")) {
            String operation = name("query, mutation or subscription");
            expect(":");
            operations.put(operation, named().name());
        }
        advance();
    }

    private void directiveDefinition() throws SdlException {
        expect("@");
        String name = name("the name of the directive");
        if (token.is("(")) {
            arguments("@" + name);
        }
        if (token.isName("repeatable")) {
            advance();
        }
        if (!token.isName("on")) {
            throw unexpected("'on'");
        }
        advance();
        others(new ArrayList<>(), "|");
    }

    private Reference reference(int depth) throws SdlException {
        if (depth > DEEPEST) {
            throw new SdlException("lists are nested more than " + DEEPEST + " times. Use fewer.", token);
        }
        Reference type;
        if (token.is("[")) {
            advance();
            type = new Reference.ListOf(reference(depth + 1));
            expect("]");
        } else {
            type = named();
        }
        if (token.is("!")) {
            advance();
            return new Reference.NonNull(type);
        }
        return type;
    }

    private Reference.Named named() throws SdlException {
        Location location = here(token.text());
        return new Reference.Named(name("the name of a type"), location);
    }

    private List<Directive> directives() throws SdlException {
        List<Directive> directives = new ArrayList<>();
        while (token.is("@")) {
            advance();
            String name = name("the name of a directive");
            Map<String, Json> arguments = new LinkedHashMap<>();
            if (token.is("(")) {
                advance();
                while (!token.is(")")) {
                    String argument = name("an argument");
                    expect(":");
                    arguments.put(argument, value(0));
                }
                advance();
            }
            directives.add(new Directive(name, arguments));
        }
        return directives;
    }

    /** Reads a value as the JSON that stands for it on the wire: a value of an enum as a string. */
    private Json value(int depth) throws SdlException {
        if (depth > DEEPEST) {
            throw new SdlException("values are nested more than " + DEEPEST + " times. Use fewer.", token);
        }
        Token at = token;
        advance();
        switch (at.kind()) {
            case INT, FLOAT -> {
                return number(at);
            }
            case STRING -> {
                return new Json.Str(at.text());
            }
            case NAME -> {
                return switch (at.text()) {
                    case "true", "false" -> new Json.Bool(at.text().equals("true"));
                    case "null" -> new Json.Null();
                    default -> new Json.Str(at.text());
                };
            }
            default -> {
                if (at.is("[")) {
                    List<Json> items = new ArrayList<>();
                    while (!token.is("]")) {
                        items.add(value(depth + 1));
                    }
                    advance();
                    return new Json.Arr(items);
                }
                if (at.is("{")) {
                    Map<String, Json> members = new LinkedHashMap<>();
                    while (!token.is("}")) {
                        String name = name("a field");
                        expect(":");
                        members.put(name, value(depth + 1));
                    }
                    advance();
                    return new Json.Obj(members);
                }
                throw new SdlException(at.shown() + " stands where a value belongs. Write a constant.", at);
            }
        }
    }

    private static Json number(Token at) throws SdlException {
        try {
            return new Json.Num(new BigDecimal(at.text()));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new SdlException("the number's exponent is too large. Write a smaller number.", at);
        }
    }

    private Optional<String> description() throws SdlException {
        if (token.kind() != Token.Kind.STRING) {
            return Optional.empty();
        }
        String text = token.text();
        advance();
        return Optional.of(text);
    }

    private String name(String what) throws SdlException {
        if (token.kind() != Token.Kind.NAME) {
            throw unexpected(what);
        }
        String name = token.text();
        advance();
        return name;
    }

    private void expect(String punctuator) throws SdlException {
        if (!token.is(punctuator)) {
            throw unexpected("'" + punctuator + "'");
        }
        advance();
    }

    private SdlException unexpected(String expected) {
        return new SdlException(
                token.shown() + " stands where " + expected + " belongs. Write " + expected + ".", token);
    }

    private void advance() throws SdlException {
        token = lexer.next();
    }

    private Location here(String coordinate) {
        return new Location(file, token.line(), token.column(), "/" + coordinate);
    }
}

package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type with a name.
 *
 * <p>A document is valid under the declared schema if and only if it has this shape <em>and</em> the {@link #residual()}
 * assertions hold. Most declarations have none. A residual assertion is about the same JSON value as the declaration, so it
 * is checked on the JSON tree when a document is read; the schemas it names are in the {@link Model#graph()}, and a back end
 * writes a predicate for each one it reaches.
 */
public sealed interface Declaration {

    /**
     * Returns the name, unique in the model also without regard to case: ASCII letters and digits, in upper camel case. A back
     * end only has to keep it clear of its language's reserved words.
     *
     * @return such as {@code AgentStatus}
     */
    String name();

    /**
     * Returns the schema that was declared; a predicate for it decides the whole.
     *
     * @return its id in the model's graph
     */
    SchemaId schema();

    /**
     * Returns what it says: title, description, deprecation.
     *
     * @return its annotations
     */
    Schema.Annotations annotations();

    /**
     * Returns what the shape does not decide.
     *
     * @return assertions about the whole value; empty where the shape says all
     */
    List<Assertion> residual();

    /**
     * Returns where it stands.
     *
     * @return the place in the schema's file
     */
    Location location();

    /**
     * An object with named properties.
     *
     * @param name see {@link Declaration#name()}
     * @param schema see {@link Declaration#schema()}
     * @param annotations see {@link Declaration#annotations()}
     * @param residual see {@link Declaration#residual()}
     * @param location see {@link Declaration#location()}
     * @param properties its properties in the order of the schema, at least one; names are distinct
     * @param additional the type of the members not among {@code properties}: {@link Type.Never} if there are none allowed,
     *     {@link Type.Any} if all
     * @param minProperties at least so many members in all, 0 if unbounded
     * @param maxProperties at most so many members in all
     */
    record Obj(
            String name,
            SchemaId schema,
            Schema.Annotations annotations,
            List<Assertion> residual,
            Location location,
            List<Property> properties,
            Type additional,
            long minProperties,
            Optional<Long> maxProperties)
            implements Declaration {
        /**
         * Copies the lists.
         *
         * @param name the name
         * @param schema the schema
         * @param annotations what it says
         * @param residual what the shape does not decide
         * @param location where it stands
         * @param properties its properties
         * @param additional the type of the other members
         * @param minProperties at least so many members
         * @param maxProperties at most so many members
         */
        public Obj {
            residual = List.copyOf(residual);
            properties = List.copyOf(properties);
        }
    }

    /**
     * One of some strings.
     *
     * @param name see {@link Declaration#name()}
     * @param schema see {@link Declaration#schema()}
     * @param annotations see {@link Declaration#annotations()}
     * @param location see {@link Declaration#location()}
     * @param values distinct, at least one, in the order of the schema
     */
    record Enumeration(
            String name, SchemaId schema, Schema.Annotations annotations, Location location, List<String> values)
            implements Declaration {
        /**
         * Copies the list.
         *
         * @param name the name
         * @param schema the schema
         * @param annotations what it says
         * @param location where it stands
         * @param values the values
         */
        public Enumeration {
            values = List.copyOf(values);
        }

        @Override
        public List<Assertion> residual() {
            return List.of();
        }
    }

    /**
     * One of several types.
     *
     * <p>Reading: the variants whose {@link Variant#kinds()} hold the document's kind and, where the variant has tags, one of
     * whose tags is the value of the member {@link #tag()}, are candidates, in order. A candidate with {@link Variant#trial()}
     * is taken only if the predicate of its {@link Variant#schema()} holds. The first one taken is read; if there is none,
     * the document is refused. If {@code oneOf} forbids that two hold, the residual says so.
     *
     * @param name see {@link Declaration#name()}
     * @param schema see {@link Declaration#schema()}
     * @param annotations see {@link Declaration#annotations()}
     * @param residual see {@link Declaration#residual()}
     * @param location see {@link Declaration#location()}
     * @param tag the member that tells the variants that are objects apart: required and a literal string in each of them
     * @param variants at least two
     */
    record Union(
            String name,
            SchemaId schema,
            Schema.Annotations annotations,
            List<Assertion> residual,
            Location location,
            Optional<String> tag,
            List<Variant> variants)
            implements Declaration {
        /**
         * Copies the lists.
         *
         * @param name the name
         * @param schema the schema
         * @param annotations what it says
         * @param residual what the shape does not decide
         * @param location where it stands
         * @param tag the member that tells variants apart
         * @param variants the variants
         */
        public Union {
            residual = List.copyOf(residual);
            variants = List.copyOf(variants);
        }
    }

    /**
     * Another name for a type, or a type with more to check: a root that is no object, a definition that is used by name.
     *
     * @param name see {@link Declaration#name()}
     * @param schema see {@link Declaration#schema()}
     * @param annotations see {@link Declaration#annotations()}
     * @param residual see {@link Declaration#residual()}
     * @param location see {@link Declaration#location()}
     * @param type never a {@link Type.Named} of itself
     */
    record Alias(
            String name,
            SchemaId schema,
            Schema.Annotations annotations,
            List<Assertion> residual,
            Location location,
            Type type)
            implements Declaration {
        /**
         * Copies the list.
         *
         * @param name the name
         * @param schema the schema
         * @param annotations what it says
         * @param residual what the shape does not decide
         * @param location where it stands
         * @param type the type
         */
        public Alias {
            residual = List.copyOf(residual);
        }
    }

    /**
     * A property of an object.
     *
     * @param jsonName its name in JSON: any string, the empty one too
     * @param type its type if it is there; absent is not {@code null}. Never {@link Type.Never}: that one is not listed, and
     *     a residual refuses it
     * @param required whether it must be there
     * @param annotations what it says; its default is documentation and never added to a document
     */
    record Property(String jsonName, Type type, boolean required, Schema.Annotations annotations) {}

    /**
     * One of the types of a union.
     *
     * @param name unique in the union, upper camel case, ASCII: {@code Text}, {@code AgentCreated}
     * @param type its type
     * @param schema its schema, for the predicate
     * @param kinds the kinds of JSON it can be; {@link Kind#NUMBER} for integers too
     * @param tags the values of the union's tag that mean this variant; empty if it is not told by the tag
     * @param trial whether kind and tag do not single it out, so that only its predicate tells
     */
    record Variant(String name, Type type, SchemaId schema, Set<Kind> kinds, List<String> tags, boolean trial) {
        /**
         * Copies the list.
         *
         * @param name the name
         * @param type the type
         * @param schema the schema
         * @param kinds the kinds of JSON it can be
         * @param tags the values of the tag that mean it
         * @param trial whether only its predicate tells
         */
        public Variant {
            tags = List.copyOf(tags);
        }
    }

    /** What the first character of a JSON text tells. */
    enum Kind {
        /** {@code null}. */
        NULL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A number, an integer or not. */
        NUMBER,
        /** A string. */
        STRING,
        /** An array. */
        ARRAY,
        /** An object. */
        OBJECT
    }
}

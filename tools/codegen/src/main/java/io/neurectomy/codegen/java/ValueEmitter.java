package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Writes another name for a type: a record around a value, or only a method that reads it where no type is needed. */
final class ValueEmitter {

    private final Plan plan;
    private final UnionEmitter unions;
    private final Reading reading;
    private final Writing writing;

    ValueEmitter(Plan plan, UnionEmitter unions) {
        this.plan = plan;
        this.unions = unions;
        this.reading = new Reading(plan);
        this.writing = new Writing(plan);
    }

    TypeSpec type(Declaration.Alias alias, Companion companion, List<ClassName> interfaces) {
        String javadoc = Texts.javadocParagraphs(alias.annotations(), "The value " + alias.name() + ".");
        return new RecordWriter(plan)
                .write(
                        plan.type(alias.name()),
                        javadoc,
                        unions.value(alias.type(), "the value"),
                        CodeBlock.of(""),
                        alias.location())
                .addSuperinterfaces(interfaces)
                .addAnnotation(Plan.NULL_MARKED)
                .addAnnotations(companion.annotations("", true))
                .build();
    }

    void companion(Declaration.Alias alias, Companion companion) {
        boolean inlined = plan.isInlined(alias.name());
        ClassName name = plan.type(alias.name());
        TypeName result = inlined ? plan.javaType(alias.type()) : name;
        CodeBlock value = reading.value(alias.type(), "p");
        Schema schema = plan.model().graph().schema(alias.schema());
        if (plan.shape(alias.type()) instanceof Type.Text && !alias.residual().isEmpty()) {
            CodeBlock returned = inlined ? CodeBlock.of("value") : CodeBlock.of("new $T(value)", name);
            companion.addReadOfText("read", result, returned, schema, alias.residual());
        } else {
            companion.addRead(
                    "read",
                    plan.isNullable(alias.type()) ? result.box() : result,
                    inlined ? CodeBlock.of("return $L;\n", value) : CodeBlock.of("return new $T($L);\n", name, value),
                    schema,
                    alias.residual(),
                    false);
        }
        if (!inlined) {
            companion.add(companion
                    .writing("write", name)
                    .addCode(writing.value(alias.type(), "value.value()", 0))
                    .build());
            companion.addJackson("", name, "read", Optional.of("write"));
        }
    }
}

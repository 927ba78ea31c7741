package io.neurectomy.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Runs what README.md shows. */
class ValidationQuickStartTest {

    @Test
    void runsAsShown() {
        // begin
        Schemas schemas = Schemas.shared();

        // line 2, /pageSize: expected at most 100, not 101
        assertThat(schemas.validate("PageInfo", "{\"page\": 1,\n \"pageSize\": 101}"))
                .containsExactly(new ValidationError("/pageSize", 2, "maximum", "at most 100", "101"));

        // [schema-not-found] "AgentConf": there is no such schema. Did you mean AgentConfig?
        assertThatThrownBy(() -> schemas.check("AgentConf", "{}")).isInstanceOf(SchemaNotFoundException.class);
        // end
    }
}

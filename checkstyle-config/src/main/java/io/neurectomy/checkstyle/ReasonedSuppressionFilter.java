package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.Filter;
import com.puppycrawl.tools.checkstyle.checks.SuppressWarningsHolder;
import java.util.Set;

/**
 * Drops the findings that {@code @SuppressWarnings} names, but for those of the rules that nobody may switch off.
 *
 * <p>Checkstyle's own {@code SuppressWarningsFilter} would let {@code @SuppressWarnings("all")} also suppress the rule
 * that asks for its reason.
 */
public final class ReasonedSuppressionFilter extends AbstractAutomaticBean implements Filter {
    private Set<String> unsuppressible = Set.of();

    /** Creates the filter. */
    public ReasonedSuppressionFilter() {}

    /**
     * Sets the rules whose findings always stay.
     *
     * @param ids ids of modules in the rule file
     */
    public void setUnsuppressible(String... ids) {
        unsuppressible = Set.of(ids);
    }

    @Override
    public boolean accept(AuditEvent event) {
        String id = event.getModuleId();
        return (id != null && unsuppressible.contains(id)) || !SuppressWarningsHolder.isSuppressed(event);
    }

    @Override
    protected void finishLocalSetup() {
        // Nothing is left to set up: the one property is complete when its setter has run.
    }
}

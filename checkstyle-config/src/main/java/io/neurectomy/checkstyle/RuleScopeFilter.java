package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.Filter;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops the findings of some rules where the rule file says that they make no sense: in tests, or in applications.
 *
 * <p>Checkstyle's own {@code SuppressionSingleFilter} takes one id, so that it would have to be repeated for each rule.
 */
public final class RuleScopeFilter extends AbstractAutomaticBean implements Filter {
    private static final Pattern NOWHERE = Pattern.compile("(?!)");

    private Set<String> rules = Set.of();
    private Pattern notIn = NOWHERE;
    private boolean off;

    /** Creates a filter that drops nothing. */
    public RuleScopeFilter() {}

    /**
     * Sets the rules to which the filter applies.
     *
     * @param ids ids of modules in the rule file
     */
    public void setRules(String... ids) {
        rules = Set.of(ids);
    }

    /**
     * Sets the files in which these rules don't apply.
     *
     * @param files a pattern that is found in the absolute path of each of these files
     */
    public void setNotIn(Pattern files) {
        notIn = files;
    }

    /**
     * Sets whether these rules apply nowhere.
     *
     * @param off whether they are off in every file
     */
    public void setOff(boolean off) {
        this.off = off;
    }

    @Override
    public boolean accept(AuditEvent event) {
        String id = event.getModuleId();
        return id == null
                || !rules.contains(id)
                || !(off || notIn.matcher(event.getFileName()).find());
    }

    @Override
    protected void finishLocalSetup() {
        // Nothing is left to set up: each property is complete when its setter has run.
    }
}

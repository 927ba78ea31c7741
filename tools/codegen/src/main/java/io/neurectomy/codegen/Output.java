package io.neurectomy.codegen;

import java.util.List;
import java.util.SortedMap;

/**
 * What a back end wrote.
 *
 * @param files the text of each file by its path, relative, with {@code /}, such as {@code Root.java}: relative to the
 *     output folder for code without packages, below the package's folder for Java is the caller's business
 * @param findings the assertions that the code does not enforce, by keyword and pointer
 */
public record Output(SortedMap<String, String> files, List<Finding> findings) {

    /** Copies the list. */
    public Output {
        findings = List.copyOf(findings);
    }
}

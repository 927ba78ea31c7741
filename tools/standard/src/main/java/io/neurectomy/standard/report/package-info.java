/** What an audit says to people and programs: console, JSON, SARIF, a badge and a page. */
@NullMarked
package io.neurectomy.standard.report;

import org.jspecify.annotations.NullMarked;

/** The audit report as JSON; generated from {@code audit-report.schema.json} but for this file. */
@NullMarked
package io.neurectomy.standard.report.model;

import org.jspecify.annotations.NullMarked;

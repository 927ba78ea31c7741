package io.neurectomy.standard.report;

import io.neurectomy.standard.report.model.AuditReport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A report as a JSON document of {@code audit-report.schema.json}, which lies beside this class. */
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private JsonReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the document with {@code \n} at its line ends and at its end
     */
    public static String write(Report report) {
        return writer().writeValueAsString(report.now()) + "\n";
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param json a document
     * @return the audit that it tells of
     * @throws UnreadableReportException if it is not a valid report
     */
    public static AuditReport read(String json) throws UnreadableReportException {
        try {
            return MAPPER.readValue(json, AuditReport.class);
        } catch (JacksonException e) {
            throw new UnreadableReportException(e.getOriginalMessage(), e);
        }
    }

    static ObjectWriter writer() {
        return MAPPER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
    }
}

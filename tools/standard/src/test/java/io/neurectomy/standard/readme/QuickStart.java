package io.neurectomy.standard.readme;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.report.ConsoleReport;
import io.neurectomy.standard.report.Report;
import io.neurectomy.standard.report.SourceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class QuickStart {
    static List<ConsoleReport.Line> audit(Path folder) throws IOException {
        Repository repository = Repository.read(folder, EffectiveModels.none());
        Audit audit = Audit.of(repository, Rules.all());
        Report report = Report.of(repository, audit, SourceLines.in(folder)::at, List.of());
        return ConsoleReport.of(report).lines();
    }
}

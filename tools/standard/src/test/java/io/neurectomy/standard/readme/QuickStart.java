package io.neurectomy.standard.readme;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.ConsoleReport;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import java.nio.file.Path;
import java.util.List;

class QuickStart {
    static List<ConsoleReport.Line> audit(Path folder) {
        Repository repository = Repository.read(folder, EffectiveModels.none());
        return ConsoleReport.of(Audit.of(repository, Rules.all())).lines();
    }
}

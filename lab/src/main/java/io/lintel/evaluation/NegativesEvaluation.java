package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.face.FaceAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for faces where there are none. Reads {@code negatives.csv} (path, kind). */
public final class NegativesEvaluation {

    private final FaceAnalyzer analyzer;
    private final Progress progress;

    public NegativesEvaluation(FaceAnalyzer analyzer, Progress progress) {
        this.analyzer = analyzer;
        this.progress = progress;
    }

    public Report run(Path folder) {
        DataSetList table = DataSetList.read(folder.resolve("negatives.csv"));
        int path = table.column("path");
        List<String> fooled = new ArrayList<>();
        try (Sampler sampler = new Sampler(analyzer, false)) {
            for (String[] row : table.rows()) {
                if (!sampler.faces(folder.resolve(row[path])).isEmpty()) {
                    fooled.add("a face is seen in " + row[path]);
                }
                progress.step("negatives", table.rows().size());
            }
        }
        return new Report(
                "Pictures without people",
                List.of(Figure.of(
                        "false-faces",
                        "pictures in which a face is seen",
                        new Rate(fooled.size(), table.rows().size()))),
                fooled);
    }
}

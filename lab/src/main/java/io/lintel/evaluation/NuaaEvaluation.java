package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.face.FaceAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Printed photos against live people before one webcam (NUAA). Reads {@code nuaa.csv} (subject, path, label, session):
 * attack detection frame by frame, and matching across sessions.
 */
public final class NuaaEvaluation {

    private final FaceAnalyzer analyzer;
    private final Progress progress;

    public NuaaEvaluation(FaceAnalyzer analyzer, Progress progress) {
        this.analyzer = analyzer;
        this.progress = progress;
    }

    public Report run(Path folder) {
        DataSetList table = DataSetList.read(folder.resolve("nuaa.csv"));
        int subject = table.column("subject");
        int path = table.column("path");
        int label = table.column("label");
        int session = table.column("session");
        AttackDetection attacks = new AttackDetection();
        Refusals refusals = new Refusals();
        List<Subject> live = new ArrayList<>();
        long pictures = 0;
        try (Sampler sampler = new Sampler(analyzer, true)) {
            for (String[] row : table.rows()) {
                Optional<MeasuredFace> sample = sampler.sample(folder.resolve(row[path]));
                progress.step("nuaa", table.rows().size());
                boolean isLive = row[label].equals("live");
                pictures += isLive ? 1 : 0;
                sample.flatMap(found -> found.liveness().stream().boxed().findFirst())
                        .ifPresent(score -> attacks.add(row[subject], isLive, score));
                if (isLive && sample.isPresent()) {
                    refusals.add(sample.get().quality());
                    live.add(new Subject(
                            row[subject], row[session], row[path], sample.get().embedding()));
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("without-face", "live frames without a face", new Rate(pictures - live.size(), pictures)));
        figures.addAll(refusals.figures());
        figures.addAll(attacks.figures());
        figures.addAll(VerificationFigures.of(acrossSessions(live)));
        return new Report(
                "NUAA, " + table.rows().size() + " frames; " + analyzer.modelIds(),
                figures,
                List.of(
                        "One camera, one laboratory, prints only; it may be in the liveness models' training data.",
                        "Frames of a person resemble each other: the true intervals are wider."));
    }

    /** Genuine pairs lie in different sessions, weeks apart; impostor pairs are any two people. */
    private static FaceVerification acrossSessions(List<Subject> live) {
        FaceVerification verification = new FaceVerification();
        for (int i = 0; i < live.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = live.get(i).identity().equals(live.get(j).identity());
                if (!same || !live.get(i).role().equals(live.get(j).role())) {
                    verification.add(
                            same, live.get(i).embedding().cosine(live.get(j).embedding()));
                }
            }
        }
        return verification;
    }
}

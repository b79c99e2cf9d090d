package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.face.FaceAnalyzer;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How well faces are told apart, on pictures of Labeled Faces in the Wild: every picture against every other, and an
 * open-set search. Reads {@code lfw.csv} (identity, path, role).
 */
public final class LfwEvaluation {

    private static final double[] FALSE_POSITIVES = {0.01, 0.003};

    private final FaceAnalyzer analyzer;
    private final Progress progress;

    public LfwEvaluation(FaceAnalyzer analyzer, Progress progress) {
        this.analyzer = analyzer;
        this.progress = progress;
    }

    /**
     * @param identitiesAtMost only the first so many people of the list
     * @throws LintelException if the data set is not there or damaged
     */
    public Report run(Path folder, int identitiesAtMost) {
        CsvTable table = CsvTable.read(folder.resolve("lfw.csv"));
        int identity = table.column("identity");
        int path = table.column("path");
        int role = table.column("role");
        Set<String> wanted = new LinkedHashSet<>();
        table.rows().stream()
                .map(row -> row[identity])
                .distinct()
                .limit(identitiesAtMost)
                .forEach(wanted::add);
        List<String[]> rows = table.rows().stream()
                .filter(row -> wanted.contains(row[identity]))
                .toList();

        List<Subject> subjects = new ArrayList<>();
        Refusals refusals = new Refusals();
        try (Sampler sampler = new Sampler(analyzer, false)) {
            for (String[] row : rows) {
                Optional<Sample> sample = sampler.sample(folder.resolve(row[path]));
                progress.step("lfw", rows.size());
                sample.ifPresent(found -> {
                    refusals.add(found.quality());
                    subjects.add(new Subject(Aliases.identity(row[identity]), row[role], row[path], found.embedding()));
                });
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "without-face", "pictures without a face", new Rate(rows.size() - subjects.size(), rows.size())));
        figures.addAll(refusals.figures());
        figures.addAll(verification(subjects));
        figures.addAll(openSet(subjects));
        return new Report(
                "LFW, " + wanted.size() + " people, " + rows.size() + " pictures; " + analyzer.modelIds(),
                figures,
                List.of(
                        "LFW's people are mostly white, adult and famous, and overlap the embedder's training data:"
                                + " an upper bound.",
                        "Pairs share people and are not independent: the true intervals are wider."));
    }

    private static List<Figure> verification(List<Subject> subjects) {
        Verification verification = new Verification();
        for (int i = 0; i < subjects.size(); i++) {
            for (int j = 0; j < i; j++) {
                verification.add(
                        subjects.get(i).identity().equals(subjects.get(j).identity()),
                        subjects.get(i).embedding().cosine(subjects.get(j).embedding()));
            }
        }
        return VerificationFigures.of(verification);
    }

    private static List<Figure> openSet(List<Subject> subjects) {
        List<Subject> enrolled = subjects.stream()
                .filter(subject -> subject.role().equals("enrol"))
                .toList();
        List<Subject> probes = subjects.stream()
                .filter(subject -> !subject.role().equals("enrol"))
                .toList();
        OpenSetSearch search = new OpenSetSearch(enrolled, probes);
        return Stream.concat(
                        java.util.Arrays.stream(FALSE_POSITIVES)
                                .mapToObj(fpir -> Figure.of(
                                        "fnir-at-fpir-" + fpir,
                                        "FNIR at FPIR %s %% (1 of %d, threshold %.3f)"
                                                .formatted(100 * fpir, enrolled.size(), search.threshold(fpir)),
                                        search.fnirAt(search.threshold(fpir)))),
                        Stream.of(
                                Figure.of("fnir-at-0.65", "FNIR at 0.65", search.fnirAt(0.65)),
                                Figure.of("fpir-at-0.65", "FPIR at 0.65", search.fpirAt(0.65))))
                .toList();
    }
}

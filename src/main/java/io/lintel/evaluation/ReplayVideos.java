package io.lintel.evaluation;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.face.Embedding;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.PersonId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Videos of live people and of their replay on a screen, from {@code videos.csv} (subject, path, label). A demonstration: few people are no rate. */
public final class ReplayVideos {

    private static final double DEFAULT_LEVEL = 0.5;

    private final FaceAnalyzer analyzer;
    private final LivenessPolicy policy;

    public ReplayVideos(FaceAnalyzer analyzer, LivenessPolicy policy) {
        this.analyzer = analyzer;
        this.policy = policy;
    }

    public Report run(Path folder) {
        CsvTable table = CsvTable.read(folder.resolve("videos.csv"));
        int subject = table.column("subject");
        int path = table.column("path");
        int label = table.column("label");
        List<Figure> figures = new ArrayList<>();
        for (String[] row : table.rows()) {
            boolean live = row[label].equals("live");
            AnalysedClip clip =
                    AnalysedClip.of(VideoClip.of(folder.resolve(row[path])), analyzer, (picture, face) -> {});
            ScoreHistogram scores = new ScoreHistogram();
            List<Embedding> shots = new ArrayList<>();
            for (int i = 0; i < clip.length(); i++) {
                clip.frame(i).stream().limit(1).map(clip::seen).forEach(seen -> {
                    AnalysedClip.mean(seen).ifPresent(scores::add);
                    shots.addAll(seen.embedding());
                });
            }
            String name = row[subject] + "-" + row[label];
            figures.add(
                    live
                            ? Figure.of(
                                    name + "-refused", row[path] + ": live frames refused", scores.below(DEFAULT_LEVEL))
                            : Figure.of(
                                    name + "-accepted",
                                    row[path] + ": replay frames accepted",
                                    scores.atOrAbove(DEFAULT_LEVEL)));
            figures.add(Figure.of(name + "-mean", "  mean score", scores.mean()));
            figures.add(visit(clip, shots, name, row[path]));
        }
        return new Report(
                "Screen replay; " + analyzer.modelIds(),
                figures,
                List.of("One person replayed on one screen: a demonstration, not a rate."));
    }

    /** Enrolled from the same video, so that only liveness stands between the replay and the door. */
    private Figure visit(AnalysedClip clip, List<Embedding> shots, String name, String path) {
        PersonId person = new PersonId(1);
        MeanTemplates gallery = new MeanTemplates();
        gallery.enrol(person, List.of(shots.getFirst(), shots.get(shots.size() / 2), shots.getLast()));
        ClipVisit visit = ClipVisit.of(clip, gallery, AccessSettings.DEFAULT.withLiveness(policy));
        return Figure.of(
                name + "-opens",
                "  opens the door, person enrolled from the video itself (1 yes, 0 no)",
                visit.grantedAnybody() ? 1 : 0);
    }
}

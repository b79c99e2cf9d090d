package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Search where the templates are made of the pictures alone, and of the pictures with their synthetic variations; the probes are the same. */
public final class AugmentationReport {

    private static final int PICTURES = 3;

    private AugmentationReport() {}

    /** @param pictures with all the views that an enrolment makes */
    public static Report of(List<EmbeddedPicture> pictures) {
        SearchPlan plan =
                SearchPlan.of(pictures.stream().map(LabelledFace::plain).toList());
        Map<String, LabelledFace> augmented = pictures.stream()
                .map(LabelledFace::augmented)
                .collect(Collectors.toMap(LabelledFace::picture, Function.identity()));
        List<Figure> figures = new ArrayList<>();
        for (int used = 1; used <= PICTURES; used++) {
            SearchPlan plain = plan.withPictures(PICTURES, used);
            figures.addAll(
                    new OpenSetFigures("-plain-" + used, ", %d of 3 pictures, plain".formatted(used), plain).figures());
            figures.addAll(new OpenSetFigures(
                            "-augmented-" + used,
                            ", %d of 3 pictures, with variations".formatted(used),
                            plain.enrolledAs(augmented))
                    .figures());
        }
        return new Report(
                "Search with and without synthetic variations of the enrolled pictures",
                figures,
                List.of("The probes are plain: a look at the door is not varied either."));
    }
}

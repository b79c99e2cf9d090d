package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.data.FaceDataset;
import io.lintel.evaluation.data.PicturePair;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.evaluation.statistics.Comparisons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that a data set says about recognition, as it is labelled and without likely label errors. */
public final class RecognitionEvaluation {

    private static final int BROKEN_NAMED = 5;
    private static final int SITE_LEAST = 206;

    private final Function<EmbeddedPicture, LabelledFace> view;
    private final String models;

    /**
     * @param view what of a picture is compared
     * @param models their ids, for the title
     */
    public RecognitionEvaluation(Function<EmbeddedPicture, LabelledFace> view, String models) {
        this.view = view;
        this.models = models;
    }

    public RecognitionResult run(EmbeddedDataset data) {
        List<LabelledFace> faces = data.pictures().stream().map(view).toList();
        Comparisons comparisons = LabelledFace.compare(faces);
        LabelErrors errors = LabelErrors.find(data.pictures(), comparisons);
        List<Figure> figures = new ArrayList<>(acquisition(data));
        figures.addAll(recognition(faces, data.pairs(), comparisons));
        List<Report> reports = new ArrayList<>();
        reports.add(new Report(title(data, "as labelled"), figures, limits(data), missing(data)));
        if (!errors.isEmpty()) {
            reports.add(without(errors, faces, data));
        }
        return new RecognitionResult(data, faces, comparisons, errors, reports);
    }

    private Report without(LabelErrors errors, List<LabelledFace> faces, EmbeddedDataset data) {
        Set<String> wrong = errors.pictures();
        List<LabelledFace> kept = errors.mend(faces);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            if (!wrong.contains(faces.get(i).picture())) {
                places.put(i, places.size());
            }
        }
        List<PicturePair> pairs = data.pairs().stream()
                .filter(pair -> places.containsKey(pair.first()) && places.containsKey(pair.second()))
                .map(pair -> new PicturePair(
                        places.getOrDefault(pair.first(), 0),
                        places.getOrDefault(pair.second(), 0),
                        pair.same(),
                        pair.fold()))
                .toList();
        List<String> said = new ArrayList<>();
        said.add("Optimistic: a hard picture of the right person cannot be told from a wrong one by its scores.");
        errors.sameUnderTwoNames().forEach(each -> said.add(each + "; counted as one."));
        errors.wrongPictures().forEach(each -> said.add(each + "; left out."));
        return new Report(
                title(data, "without likely label errors"), recognition(kept, pairs, LabelledFace.compare(kept)), said);
    }

    private static List<Figure> acquisition(EmbeddedDataset data) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("without-face", "pictures without a face (FTE)", data.failureToEnrol()));
        long seen = data.pictures().size();
        long refused = data.pictures().stream()
                .filter(each -> !each.reading().flaws().isEmpty())
                .count();
        figures.add(Figure.of("refused", "refused at the door for poor quality", new Rate(refused, seen)));
        data.flaws().forEach((flaw, count) -> {
            String name = flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
            figures.add(Figure.of("refused-" + name, "  " + name, new Rate(count, seen)));
        });
        return figures;
    }

    private static List<Figure> recognition(
            List<LabelledFace> faces, List<PicturePair> pairs, Comparisons comparisons) {
        return Stream.of(
                        RecognitionFigures.of(comparisons),
                        RecognitionFigures.tenFold(faces, pairs),
                        OpenSetFigures.of(SearchPlan.of(faces)),
                        LabelledFace.byPerson(faces).size() < SITE_LEAST
                                ? List.<Figure>of()
                                : new SiteSearch(faces).figures())
                .flatMap(List::stream)
                .toList();
    }

    private String title(EmbeddedDataset data, String how) {
        FaceDataset set = data.dataset();
        return "%s, %s: %d people, %d pictures; %s"
                .formatted(
                        set.title(), how, set.byPerson().size(), set.pictures().size(), models);
    }

    private static List<String> limits(EmbeddedDataset data) {
        List<String> limits = new ArrayList<>(data.dataset().remarks());
        long single = data.dataset().byPerson().values().stream()
                .filter(own -> own.size() == 1)
                .count();
        if (single > 0) {
            limits.add(single + " people have one picture: they count as different people and as strangers only.");
        }
        limits.add("Intervals, 95 %: people drawn with replacement; without any event the rule of three.");
        limits.add("The figures hold for people and pictures like these, not for others.");
        return limits;
    }

    private static List<String> missing(EmbeddedDataset data) {
        List<String> missing = new ArrayList<>();
        List<String> broken = data.broken();
        if (!broken.isEmpty()) {
            missing.add(broken.size() + " files that are no readable pictures, counted nowhere: "
                    + String.join("; ", broken.subList(0, Math.min(BROKEN_NAMED, broken.size()))));
        }
        return missing;
    }
}

package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Report;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Search by two embedders, each alone, and by the mean of their cosines: that is the cosine of both embeddings behind each other. */
public final class FusionReport {

    private FusionReport() {}

    /** Of the pictures in which both find a face. */
    public static List<Report> of(List<EmbeddedPicture> first, List<EmbeddedPicture> second) {
        Map<String, LabelledFace> others = second.stream()
                .map(LabelledFace::plain)
                .collect(Collectors.toMap(LabelledFace::picture, Function.identity()));
        List<LabelledFace> one = first.stream()
                .map(LabelledFace::plain)
                .filter(face -> others.containsKey(face.picture()))
                .toList();
        List<LabelledFace> other = new ArrayList<>();
        List<LabelledFace> both = new ArrayList<>();
        for (LabelledFace face : one) {
            LabelledFace same = others.getOrDefault(face.picture(), face);
            other.add(same);
            both.add(new LabelledFace(
                    face.person(), face.picture(), face.role(), joined(face.embedding(), same.embedding())));
        }
        return List.of(
                report("Search by the first embedder", one),
                report("Search by the second embedder", other),
                report("Search by both", both));
    }

    private static Embedding joined(Embedding one, Embedding other) {
        float[] values = new float[one.dimension() + other.dimension()];
        System.arraycopy(one.values(), 0, values, 0, one.dimension());
        System.arraycopy(other.values(), 0, values, one.dimension(), other.dimension());
        return Embedding.of(values);
    }

    private static Report report(String title, List<LabelledFace> faces) {
        return new Report(title, OpenSetFigures.of(SearchPlan.of(faces)), List.of());
    }
}

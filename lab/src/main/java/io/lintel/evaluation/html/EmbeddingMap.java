package io.lintel.evaluation.html;

import io.lintel.evaluation.recognition.LabelledFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smile.manifold.TSNE;
import smile.projection.PCA;

/** The people with most pictures on two axes: the two main components, and t-SNE (van der Maaten and Hinton 2008), both by Smile. */
final class EmbeddingMap {

    private static final int PEOPLE = 12;
    private static final int PICTURES_A_PERSON = 30;
    private static final double PERPLEXITY = 15;
    private static final double LEARNING_RATE = 100;
    private static final int ITERATIONS = 500;
    private static final int LEAST = 4 * (int) PERPLEXITY;
    private static final long SEED = 3;
    private static final List<String> COLOURS = List.of(
            "#4e79a7", "#f28e2b", "#e15759", "#76b7b2", "#59a14f", "#edc948", "#b07aa1", "#ff9da7", "#9c755f",
            "#7f7f7f", "#1f3b73", "#8c2d04");

    private final List<LabelledFace> shown = new ArrayList<>();

    EmbeddingMap(List<LabelledFace> faces) {
        LabelledFace.byPerson(faces).values().stream()
                .sorted(Comparator.comparingInt((List<LabelledFace> own) -> own.size())
                        .reversed())
                .limit(PEOPLE)
                .forEach(own -> shown.addAll(own.subList(0, Math.min(PICTURES_A_PERSON, own.size()))));
    }

    String svg() {
        double[][] values = shown.stream()
                .map(face -> {
                    float[] floats = face.embedding().values();
                    double[] row = new double[floats.length];
                    Arrays.setAll(row, i -> floats[i]);
                    return row;
                })
                .toArray(double[][]::new);
        if (values.length < 3) {
            return "<p>Too few pictures for a map.</p>";
        }
        StringBuilder maps = new StringBuilder();
        // an exact decomposition needs more rows than columns; the correlation of few rows says nothing anyway
        if (values.length > values[0].length) {
            maps.append(map(
                    new PCA(values).setProjection(2).project(values),
                    "PCA: the two main components of the embeddings"));
        }
        if (values.length >= LEAST) {
            smile.math.Math.setSeed(SEED);
            maps.append(map(
                    new TSNE(values, 2, PERPLEXITY, LEARNING_RATE, ITERATIONS).getCoordinates(),
                    "t-SNE of the embeddings (near means alike; distances between groups mean nothing)"));
        }
        return maps.isEmpty() ? "<p>Too few pictures for a map.</p>" : maps.toString();
    }

    private String map(double[][] places, String title) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] place : places) {
            low = Math.min(low, Math.min(place[0], place[1]));
            high = Math.max(high, Math.max(place[0], place[1]));
        }
        double room = 0.05 * (high - low);
        Plot plot = new Plot(
                new Plot.Axis("", low - room, high + room, false, List.of()),
                new Plot.Axis("", low - room, high + room, false, List.of()));
        Map<String, List<Plot.Dot>> people = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            people.computeIfAbsent(shown.get(i).person(), added -> new ArrayList<>())
                    .add(new Plot.Dot(places[i][0], places[i][1]));
        }
        int colour = 0;
        for (Map.Entry<String, List<Plot.Dot>> each : people.entrySet()) {
            plot.dots(each.getKey(), COLOURS.get(colour++ % COLOURS.size()), each.getValue());
        }
        return plot.svg(title);
    }
}

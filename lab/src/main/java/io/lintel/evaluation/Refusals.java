package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import io.lintel.system.Kebab;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts which faces the quality limits turn away, and why. */
final class Refusals {

    private final Map<QualityFlaw, Long> flaws = new EnumMap<>(QualityFlaw.class);
    private long refused;
    private long seen;

    void add(FaceQuality quality) {
        seen++;
        if (!quality.isGoodEnough()) {
            refused++;
        }
        quality.flaws().forEach(flaw -> flaws.merge(flaw, 1L, Long::sum));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("refused", "refused for poor quality", new Rate(refused, seen)));
        flaws.forEach((flaw, count) -> {
            String name = Kebab.of(flaw);
            figures.add(Figure.of("refused-" + name, "  " + name, new Rate(count, seen)));
        });
        return figures;
    }
}

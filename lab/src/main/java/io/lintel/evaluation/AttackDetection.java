package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Presentation attack detection by frame (ISO/IEC 30107-3): APCER is the share of attacks taken for live, BPCER that of
 * live faces taken for attacks.
 */
public final class AttackDetection {

    private static final double[] LEVELS = {
        0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95
    };
    private static final double DEFAULT_LEVEL = 0.5;

    private final ScoreHistogram live = new ScoreHistogram();
    private final ScoreHistogram attack = new ScoreHistogram();
    private final Map<String, ScoreHistogram> liveOf = new TreeMap<>();
    private final Map<String, ScoreHistogram> attackOf = new TreeMap<>();

    /** @param score of the liveness models, 0 to 1 */
    public void add(String subject, boolean isLive, double score) {
        (isLive ? live : attack).add(score);
        (isLive ? liveOf : attackOf)
                .computeIfAbsent(subject, key -> new ScoreHistogram())
                .add(score);
    }

    public Rate apcer(double level) {
        return attack.atOrAbove(level);
    }

    public Rate bpcer(double level) {
        return live.below(level);
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (live.count() == 0 || attack.count() == 0) {
            return figures;
        }
        for (double level : LEVELS) {
            figures.add(Figure.of("apcer-at-" + level, "APCER print at level " + level, apcer(level)));
            figures.add(Figure.of("bpcer-at-" + level, "BPCER at level " + level, bpcer(level)));
        }
        attackOf.forEach((subject, scores) -> figures.add(Figure.of(
                "apcer-" + name(subject), "  APCER of " + subject + " at 0.5", scores.atOrAbove(DEFAULT_LEVEL))));
        liveOf.forEach((subject, scores) -> figures.add(
                Figure.of("bpcer-" + name(subject), "  BPCER of " + subject + " at 0.5", scores.below(DEFAULT_LEVEL))));
        return figures;
    }

    private static String name(String subject) {
        return subject.toLowerCase(Locale.ROOT);
    }
}

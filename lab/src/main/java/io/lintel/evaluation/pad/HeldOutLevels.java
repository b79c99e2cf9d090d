package io.lintel.evaluation.pad;

import io.lintel.benchmark.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Errors at levels that were chosen from other people's frames (leave one subject out): a level chosen from the very frames that it is measured on looks
 * better than it is.
 */
final class HeldOutLevels {

    private static final int[] BPCER_PERCENT = {1, 2, 5};

    private final FrameScores scores;

    HeldOutLevels(FrameScores scores) {
        this.scores = scores;
    }

    /** Whether there are live frames of two people: one to choose by, one to measure. */
    boolean isPossible() {
        return scores.live().subjects().size() >= 2;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int percent : BPCER_PERCENT) {
            figures(percent, figures);
        }
        return figures;
    }

    private void figures(int percent, List<Figure> figures) {
        Set<FrameScore> accepted = new HashSet<>();
        double lowest = 1;
        double highest = 0;
        for (String subject : scores.subjects()) {
            double level = scores.live()
                    .where(each -> !each.presentation().subject().equals(subject))
                    .levelFor(percent / 100.0);
            lowest = Math.min(lowest, level);
            highest = Math.max(highest, level);
            accepted.addAll(scores.where(each -> each.presentation().subject().equals(subject) && each.value() >= level)
                    .all());
        }
        String at = "-held-out-at-" + percent;
        String levels =
                String.format(Locale.ROOT, ", level for %d %% of others (%.3f to %.3f)", percent, lowest, highest);
        FrameScores live = scores.live();
        figures.add(Figure.of(
                "bpcer" + at,
                "BPCER" + levels,
                live.rate(live.all().stream()
                        .filter(each -> !accepted.contains(each))
                        .count())));
        for (String type : scores.attackTypes()) {
            FrameScores attacks = scores.labelled(type);
            figures.add(Figure.of(
                    "apcer-" + type + at,
                    "  APCER " + type,
                    attacks.rate(
                            attacks.all().stream().filter(accepted::contains).count())));
        }
    }
}

package io.lintel.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/**
 * How well signals tell live from shown faces of people who were not there when weights, signs and levels were chosen: each subject is left
 * out in turn, with all his frames.
 */
final class SubjectFolds {

    /** Share of the other subjects' live samples that a level may refuse. */
    private static final int[] REFUSED_PERCENT = {1, 2, 5, 10, 20};

    /** At 5 % the table of all signals is read. */
    private static final int TABLE_PERCENT = 5;

    private final List<SignalSample> samples;

    SubjectFolds(List<SignalSample> samples) {
        this.samples = List.copyOf(samples);
    }

    /** One line a signal, then the fusion without networks, then all; each with its curve. */
    List<Figure> figures(List<Signal> signals, String prefix) {
        List<Figure> figures = new ArrayList<>();
        signals.forEach(signal -> curve(figures, List.of(signal), prefix + signal.key(), signal.label()));
        List<Signal> withoutModel =
                signals.stream().filter(SubjectFolds::needsNoModel).toList();
        curve(figures, withoutModel, prefix + "fused-without-model", "all that need no model, fused");
        if (signals.contains(Signal.NETWORKS)) {
            List<Signal> all = new ArrayList<>(withoutModel);
            all.add(Signal.NETWORKS);
            curve(figures, all, prefix + "fused", "networks and all others, fused");
        }
        return figures;
    }

    private static boolean needsNoModel(Signal signal) {
        return !EnumSet.of(Signal.NETWORKS, Signal.NETWORK_A, Signal.NETWORK_B).contains(signal);
    }

    private void curve(List<Figure> figures, List<Signal> signals, String key, String label) {
        long[][] events = new long[REFUSED_PERCENT.length][2];
        long live = 0;
        long attacks = 0;
        for (String subject :
                new TreeSet<>(samples.stream().map(SignalSample::subject).toList())) {
            List<SignalSample> others = samples.stream()
                    .filter(sample -> !sample.subject().equals(subject))
                    .toList();
            List<SignalSample> his = samples.stream()
                    .filter(sample -> sample.subject().equals(subject))
                    .toList();
            SignalFusion fusion = SignalFusion.learn(signals, others);
            double[] liveScores = others.stream()
                    .filter(SignalSample::isLive)
                    .mapToDouble(fusion::score)
                    .sorted()
                    .toArray();
            live += his.stream().filter(SignalSample::isLive).count();
            attacks += his.stream().filter(sample -> !sample.isLive()).count();
            for (int i = 0; i < REFUSED_PERCENT.length; i++) {
                double level = liveScores[liveScores.length * REFUSED_PERCENT[i] / 100];
                for (SignalSample sample : his) {
                    boolean accepted = fusion.score(sample) >= level;
                    events[i][0] += accepted && !sample.isLive() ? 1 : 0;
                    events[i][1] += !accepted && sample.isLive() ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < REFUSED_PERCENT.length; i++) {
            String at = "-at-" + REFUSED_PERCENT[i];
            String more = REFUSED_PERCENT[i] == TABLE_PERCENT
                    ? label
                    : "  " + label + ", level for " + REFUSED_PERCENT[i] + " %";
            figures.add(Figure.of(key + "-apcer" + at, "APCER " + more, new Rate(events[i][0], attacks)));
            figures.add(Figure.of(key + "-bpcer" + at, "BPCER " + more, new Rate(events[i][1], live)));
        }
    }

    /** For tests. */
    static List<Signal> frameSignals() {
        return Arrays.stream(Signal.values())
                .filter(signal -> !signal.needsTrack())
                .toList();
    }
}

package io.lintel.evaluation.pad;

import io.lintel.benchmark.Rate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scores of frames, and how often a level would be wrong about them. A frame is taken for live at the level and above. */
record FrameScores(List<FrameScore> all) {

    FrameScores {
        all = List.copyOf(all);
    }

    FrameScores where(Predicate<FrameScore> wanted) {
        return new FrameScores(all.stream().filter(wanted).toList());
    }

    FrameScores live() {
        return where(each -> each.presentation().isLive());
    }

    FrameScores attacks() {
        return where(each -> !each.presentation().isLive());
    }

    FrameScores labelled(String label) {
        return where(each -> each.presentation().label().equals(label));
    }

    /** Types of attack, in the order of their names. */
    Set<String> attackTypes() {
        return attacks().all().stream()
                .map(each -> each.presentation().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> subjects() {
        return all.stream().map(each -> each.presentation().subject()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many files the frames come from. */
    long files() {
        return all.stream().map(FrameScore::presentation).distinct().count();
    }

    Rate atOrAbove(double level) {
        return rate(all.stream().filter(each -> each.value() >= level).count());
    }

    Rate below(double level) {
        return rate(all.stream().filter(each -> each.value() < level).count());
    }

    /** A share of these frames; each file counts as one independent trial. */
    Rate rate(long events) {
        return new Rate(events, all.size(), files());
    }

    /** The highest level below which at most this share of the frames lies. */
    double levelFor(double share) {
        double[] sorted = all.stream().mapToDouble(FrameScore::value).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}

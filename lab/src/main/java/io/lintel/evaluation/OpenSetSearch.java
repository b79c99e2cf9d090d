package io.lintel.evaluation;

import io.lintel.benchmark.Rate;
import java.util.List;

/**
 * What 1:N searches are worth when most visitors are strangers: false negative identification rate at a false positive
 * identification rate (ISO/IEC 19795-1), with one template a person.
 */
final class OpenSetSearch {

    private final ScoreHistogram strangers = new ScoreHistogram();
    private final ScoreHistogram recognised = new ScoreHistogram();
    private long mistaken;

    OpenSetSearch(List<Subject> enrolled, List<Subject> probes) {
        List<String> known = enrolled.stream().map(Subject::identity).toList();
        for (Subject probe : probes) {
            search(enrolled, probe, known.contains(probe.identity()));
        }
    }

    private void search(List<Subject> enrolled, Subject probe, boolean mated) {
        double best = -1;
        String who = "";
        for (Subject template : enrolled) {
            double score = template.embedding().cosine(probe.embedding());
            if (score > best) {
                best = score;
                who = template.identity();
            }
        }
        if (!mated) {
            strangers.add(best);
        } else if (who.equals(probe.identity())) {
            recognised.add(best);
        } else {
            mistaken++;
        }
    }

    double threshold(double fpir) {
        return strangers.thresholdFor(fpir);
    }

    /** Enrolled people who are not found, or found as somebody else, at that threshold. */
    Rate fnirAt(double threshold) {
        long found = recognised.atOrAbove(threshold).events();
        long probes = recognised.count() + mistaken;
        return new Rate(probes - found, probes);
    }

    Rate fpirAt(double threshold) {
        return strangers.atOrAbove(threshold);
    }
}

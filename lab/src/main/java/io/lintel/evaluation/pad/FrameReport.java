package io.lintel.evaluation.pad;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Attack detection frame by frame (ISO/IEC 30107-3): APCER, BPCER, and frames that get no answer, by type of attack. */
final class FrameReport {

    private static final double[] LEVELS = {
        0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95
    };

    private final List<AnalysedPresentation> files;
    private final FrameScores scores;
    private final double level;
    private final List<String> missing = new ArrayList<>();

    /** @param level in force at the door */
    FrameReport(List<AnalysedPresentation> files, double level) {
        this.files = files;
        this.scores = new FrameScores(
                files.stream().flatMap(each -> each.scores().stream()).toList());
        this.level = level;
    }

    /** @param what the files are, for the title */
    Report report(String what, String models) {
        List<Figure> figures = new ArrayList<>(unanswered());
        figures.addAll(atLevelInForce());
        if (scores.live().all().isEmpty()) {
            missing.add("BPCER, and levels chosen by it: no live frame has an answer");
        } else if (new HeldOutLevels(scores).isPossible()) {
            figures.addAll(new HeldOutLevels(scores).figures());
        } else {
            missing.add(
                    "levels for a BPCER of 1, 2 and 5 %: they are chosen from other people's live frames, and there is one person only");
        }
        if (scores.attacks().all().isEmpty()) {
            missing.add("APCER: no frame of an attack has an answer");
        }
        return new Report(
                "Frame by frame, " + files.size() + " " + what + "; " + models,
                figures,
                List.of(
                        "Largest face of each frame, where it is good enough for the door. Intervals: Wilson, 95 %, each file one independent trial."),
                missing);
    }

    /** The whole curve, level by level: for the page Tuning. Empty where it would have one side only. */
    Optional<Report> curve(String what) {
        List<Figure> figures = new ArrayList<>();
        if (scores.live().all().isEmpty() || scores.attacks().all().isEmpty()) {
            return Optional.empty();
        }
        for (double each : LEVELS) {
            figures.add(
                    Figure.of("apcer-at-" + each, "APCER at level " + each + ", worst type of attack", worst(each)));
            figures.add(Figure.of(
                    "bpcer-at-" + each, "BPCER at level " + each, scores.live().below(each)));
        }
        return Optional.of(new Report("Level by level, " + what, figures, List.of()));
    }

    private Rate worst(double at) {
        return scores.attackTypes().stream()
                .map(type -> scores.labelled(type).atOrAbove(at))
                .max(Comparator.comparingDouble(Rate::value))
                .orElseThrow();
    }

    private List<Figure> atLevelInForce() {
        List<Figure> figures = new ArrayList<>();
        if (!scores.live().all().isEmpty()) {
            figures.add(Figure.of(
                    "bpcer",
                    "BPCER at the level in force, " + level,
                    scores.live().below(level)));
        }
        scores.attackTypes()
                .forEach(type -> figures.add(Figure.of(
                        "apcer-" + type,
                        "APCER " + type + " at that level",
                        scores.labelled(type).atOrAbove(level))));
        for (String subject : scores.subjects()) {
            FrameScores theirs =
                    scores.where(each -> each.presentation().subject().equals(subject));
            Rate refused = theirs.live().below(level);
            Rate accepted = theirs.attacks().atOrAbove(level);
            if (refused.events() > 0) {
                figures.add(Figure.of("bpcer-of-" + subject, "  BPCER of " + subject, refused));
            }
            if (accepted.events() > 0) {
                figures.add(
                        Figure.of("apcer-of-" + subject, "  APCER of attacks with the face of " + subject, accepted));
            }
        }
        return figures;
    }

    /** Frames without a usable face (ISO/IEC 30107-3: BPNRR and APNRR). */
    private List<Figure> unanswered() {
        Map<String, long[]> counts = new TreeMap<>();
        for (AnalysedPresentation file : files) {
            long[] count = counts.computeIfAbsent(file.presentation().label(), label -> new long[3]);
            count[0] += file.length() - file.scores().size();
            count[1] += file.length();
            count[2]++;
        }
        List<Figure> figures = new ArrayList<>();
        counts.forEach((label, count) -> figures.add(Figure.of(
                "no-answer-" + label,
                label + " frames without a face that is good enough",
                new Rate(count[0], count[1], count[2]))));
        return figures;
    }
}

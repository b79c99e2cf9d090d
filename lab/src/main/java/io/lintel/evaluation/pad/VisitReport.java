package io.lintel.evaluation.pad;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Attack detection visit by visit: what the door's own rules do about clips, played from many starting points. */
final class VisitReport {

    private final List<ClipVisits> visits;

    VisitReport(List<ClipVisits> visits) {
        this.visits = visits;
    }

    /** @param limits how the clips were played */
    Report report(String models, List<String> limits) {
        List<Figure> figures = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<ClipVisits> live = of(Presentation.LIVE);
        if (live.isEmpty()) {
            missing.add("share of live people granted and the time that it takes: there is no live clip");
        } else {
            live(live, figures);
        }
        Set<String> attacks = attackTypes();
        if (attacks.isEmpty()) {
            missing.add("share of attacks that open the door: there is no clip of an attack");
        }
        attacks.forEach(type -> attack(type, of(type), figures));
        visits.stream()
                .filter(each -> each.enrolledFrom() == ClipEnrolment.Source.NOTHING)
                .forEach(each -> missing.add("a usable face in "
                        + each.presentation().name() + ": its person is enrolled from nothing, the door stays shut"));
        List<String> notes = new ArrayList<>(limits);
        notes.add(enrolment());
        return new Report(
                "At the door, " + visits.size() + " clips from "
                        + visits.stream().mapToLong(ClipVisits::startingPoints).sum() + " starting points; " + models,
                figures,
                notes,
                missing);
    }

    /** One line a clip. */
    Report clipByClip() {
        List<Figure> figures = new ArrayList<>();
        for (ClipVisits each : visits) {
            String name =
                    each.presentation().label() + " " + each.presentation().name();
            figures.add(Figure.of(
                    "opens-" + each.presentation().name(), name, new Rate(each.opened(), each.startingPoints(), 1)));
        }
        return new Report("Starting points that open the door, clip by clip", figures, List.of());
    }

    private void live(List<ClipVisits> live, List<Figure> figures) {
        figures.add(Figure.of("live-granted", "live clips granted, from their first frame", fromFirstFrame(live)));
        figures.add(Figure.of("live-starts-granted", "live starting points granted", ofStartingPoints(live)));
        times("live", "time to the grant", live, figures);
    }

    private void attack(String type, List<ClipVisits> clips, List<Figure> figures) {
        figures.add(
                Figure.of(type + "-opens", type + " clips that open from their first frame", fromFirstFrame(clips)));
        long any = clips.stream().filter(each -> each.opened() > 0).count();
        figures.add(Figure.of(
                type + "-opens-ever", type + " clips that open from any starting point", new Rate(any, clips.size())));
        figures.add(Figure.of(type + "-starts-open", type + " starting points that open", ofStartingPoints(clips)));
        times(type, "  time to the opening", clips, figures);
    }

    private static Rate fromFirstFrame(List<ClipVisits> clips) {
        return new Rate(
                clips.stream()
                        .filter(each -> each.openings().getFirst().isPresent())
                        .count(),
                clips.size());
    }

    private static Rate ofStartingPoints(List<ClipVisits> clips) {
        return new Rate(
                clips.stream().mapToLong(ClipVisits::opened).sum(),
                clips.stream().mapToLong(ClipVisits::startingPoints).sum(),
                clips.size());
    }

    private static void times(String key, String label, List<ClipVisits> clips, List<Figure> figures) {
        List<double[]> seconds = clips.stream().map(ClipVisits::seconds).toList();
        double[] all =
                seconds.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        if (all.length == 0) {
            return;
        }
        figures.add(Figure.of(
                key + "-median-s",
                label + ", s, median",
                Bootstrap.quantile(0.5, all),
                Bootstrap.ofQuantile(0.5, seconds)));
        figures.add(Figure.of(
                key + "-p95-s",
                label + ", s, 95th percentile",
                Bootstrap.quantile(0.95, all),
                Bootstrap.ofQuantile(0.95, seconds)));
    }

    private String enrolment() {
        return "Enrolled, alone, from "
                + visits.stream()
                        .collect(Collectors.groupingBy(
                                ClipVisits::enrolledFrom, java.util.TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(each -> String.format(
                                Locale.ROOT, "%s (%d clips)", each.getKey().words(), each.getValue()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<ClipVisits> of(String label) {
        return visits.stream()
                .filter(each -> each.presentation().label().equals(label))
                .toList();
    }

    private Set<String> attackTypes() {
        return visits.stream()
                .filter(each -> !each.presentation().isLive())
                .map(each -> each.presentation().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

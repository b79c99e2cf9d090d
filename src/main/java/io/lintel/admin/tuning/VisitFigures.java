package io.lintel.admin.tuning;

import io.lintel.admin.tuning.Chart.Place;
import io.lintel.admin.tuning.SiteView.ScoreRow;
import io.lintel.service.tuning.DoorVisit;
import io.lintel.service.tuning.DoorVisit.Outcome;
import io.lintel.service.tuning.DoorVisits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scores of a door's last weeks as a chart and as rows. */
final class VisitFigures {

    private static final double LEAST = 0.1;
    private static final int BINS = 45;
    private static final double WIDTH = 0.02;

    /** Rows of the table are five bins wide. */
    private static final int BINS_A_ROW = 5;

    private VisitFigures() {}

    static Chart histogram(DoorVisits visits, double threshold) {
        int[] granted = counts(visits.of(Outcome.GRANTED));
        int[] unknown = counts(visits.of(Outcome.UNKNOWN));
        int[] refused = counts(visits.of(Outcome.REFUSED));
        int most = 1;
        for (int bin = 0; bin < BINS; bin++) {
            most = Math.max(most, Math.max(granted[bin], Math.max(unknown[bin], refused[bin])));
        }
        int top = roundedUp(most);
        Chart.Builder chart = new Chart.Builder(LEAST, LEAST + BINS * WIDTH, 0, top)
                .line("Let in", "granted", steps(granted))
                .line("Not recognised", "refused", steps(unknown))
                .line("Refused for another reason", "interval", steps(refused));
        for (int tenth = 1; tenth <= 10; tenth++) {
            chart.tickAcross(tenth / 10.0, String.format(Locale.ROOT, "%.1f", tenth / 10.0));
        }
        chart.tickUp(0, "0").tickUp(top, Integer.toString(top));
        if (top % 2 == 0) {
            chart.tickUp(top / 2.0, Integer.toString(top / 2));
        }
        chart.mark(threshold, "in force", "force");
        return chart.build("Visits by their score", "Score", "Visits");
    }

    static List<ScoreRow> rows(DoorVisits visits) {
        int[] granted = counts(visits.of(Outcome.GRANTED));
        int[] unknown = counts(visits.of(Outcome.UNKNOWN));
        int[] refused = counts(visits.of(Outcome.REFUSED));
        List<ScoreRow> rows = new ArrayList<>();
        for (int from = 0; from < BINS; from += BINS_A_ROW) {
            ScoreRow row = new ScoreRow(
                    String.format(
                            Locale.ROOT, "%.1f to %.1f", LEAST + from * WIDTH, LEAST + (from + BINS_A_ROW) * WIDTH),
                    sum(granted, from),
                    sum(unknown, from),
                    sum(refused, from));
            if (row.granted() + row.unknown() + row.refused() > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static int sum(int[] counts, int from) {
        int sum = 0;
        for (int bin = from; bin < from + BINS_A_ROW; bin++) {
            sum += counts[bin];
        }
        return sum;
    }

    /** What lies outside counts in the first or last bin. */
    private static int[] counts(List<DoorVisit> visits) {
        int[] counts = new int[BINS];
        visits.forEach(visit -> counts[Math.clamp((long) Math.floor((visit.score() - LEAST) / WIDTH), 0, BINS - 1)]++);
        return counts;
    }

    private static List<Place> steps(int[] counts) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(LEAST, 0));
        for (int bin = 0; bin < BINS; bin++) {
            places.add(new Place(LEAST + bin * WIDTH, counts[bin]));
            places.add(new Place(LEAST + (bin + 1) * WIDTH, counts[bin]));
        }
        places.add(new Place(LEAST + BINS * WIDTH, 0));
        return places;
    }

    /** 1, 2, 5, 10, 20, … */
    private static int roundedUp(int most) {
        for (int power = 1; ; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power >= most) {
                    return digit * power;
                }
            }
        }
    }
}

package io.lintel.admin.tuning;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ScorePoint;
import io.lintel.admin.tuning.Chart.Place;
import io.lintel.admin.tuning.TuningView.SizeRow;
import io.lintel.gallery.SiteResemblance;
import io.lintel.wiring.DecisionInForce;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What the threshold in force means, as a text, a chart and rows of the tuning page. */
final class ThresholdFigures {

    /** More would promise what was not measured. */
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private static final String[] RATES = {"100", "1 k", "10 k", "100 k", "1 M", "10 M"};

    private static final int[] GALLERIES = {10, 100, 1_000, 10_000};

    private ThresholdFigures() {}

    static String meaning(DecisionInForce force) {
        OperatingPoint point = force.point();
        boolean floor = point.threshold() <= force.threshold().floor() + 1e-9;
        return String.format(
                Locale.ROOT,
                "A look must score at least this against one of %d %s who can be recognised. A false match then comes about in one of %s"
                        + " comparisons, and in one of %s visits of a stranger (judged by %s); at most one of %s is wanted. %s",
                force.persons(),
                force.persons() == 1 ? "person" : "people",
                oneOf(point.fmr()),
                oneOf(point.fpir()),
                point.population(),
                oneOf(force.threshold().targetFpir()),
                floor
                        ? "The lowest threshold that is ever used decides here, not the size of the gallery."
                        : raisedBecause(force));
    }

    private static String raisedBecause(DecisionInForce force) {
        return force.persons() < SiteResemblance.LEAST_PEOPLE
                ? "With fewer than " + SiteResemblance.LEAST_PEOPLE
                        + " people nobody can tell how much they resemble each other, so the lowest threshold is raised."
                : "The size of the gallery asks for more than the lowest threshold, or the resemblance of its people does.";
    }

    static String oneOf(double rate) {
        return rate <= 0
                ? "very many"
                : String.format(
                        Locale.ROOT,
                        "%,.0f",
                        new BigDecimal(1 / rate).round(TWO_DIGITS).doubleValue());
    }

    static Chart chart(DecisionInForce force) {
        List<ScorePoint> points = force.table().points();
        double left = Math.floor(points.getFirst().score() * 20 - 0.5) / 20;
        double last = Math.max(points.getLast().score() + 0.075, force.point().threshold() + 0.025);
        double right = Math.min(1, Math.ceil(last * 20) / 20);
        List<Place> line = new ArrayList<>();
        for (double score = left; score <= right + 1e-9; score += 0.01) {
            line.add(new Place(score, Math.log10(force.table().fmrAt(score))));
        }
        List<Place> measured = new ArrayList<>();
        for (ScorePoint point : points) {
            measured.add(new Place(point.score(), Math.log10(point.fmr())));
        }
        Chart.Builder chart = new Chart.Builder(left, right, -7.5, -2)
                .line("Continued beyond what was measured", "interval", line)
                .line("False match rate by score, measured", "refused", measured);
        for (double x = left; x <= right + 1e-9; x += 0.05) {
            chart.tickAcross(x, String.format(Locale.ROOT, "%.2f", x));
        }
        for (int y = -7; y <= -2; y++) {
            chart.tickUp(y, "1 in " + RATES[-y - 2]);
        }
        chart.mark(force.point().threshold(), "in force", "force");
        return chart.build("False matches by the threshold", "Score", "False match rate per comparison");
    }

    static List<SizeRow> sizes(IntFunction<OperatingPoint> forGallery) {
        List<SizeRow> rows = new ArrayList<>();
        for (int people : GALLERIES) {
            OperatingPoint point = forGallery.apply(people);
            rows.add(new SizeRow(
                    String.format(Locale.ROOT, "%,d", people),
                    String.format(Locale.ROOT, "%.3f", point.threshold()),
                    "1 in " + oneOf(point.fmr()) + (point.measured() ? "" : " (estimated)"),
                    "1 in " + oneOf(point.fpir())));
        }
        return rows;
    }
}

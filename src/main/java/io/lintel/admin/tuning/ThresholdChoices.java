package io.lintel.admin.tuning;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.benchmark.Rate;
import io.lintel.service.tuning.DoorVisits;
import io.lintel.wiring.DecisionInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The places of the slider for the threshold. It moves {@code lintel.decision.lowest-threshold}; what the target for strangers and the people of the
 * site ask for lies below all places, since a lower setting would change nothing.
 */
final class ThresholdChoices {

    /** In thousandths: sums of doubles would miss the value in force. */
    private static final int STEP = 20;

    private static final int STEPS_UP = 8;

    private ThresholdChoices() {}

    /** @param typed what a form has sent; null for the setting in force */
    static List<ThresholdChoice> of(DecisionInForce force, DoorVisits visits, @Nullable String typed) {
        int standard = thousandths(force.standardFloor());
        int now = thousandths(force.threshold().floor());
        List<ThresholdChoice> choices = new ArrayList<>();
        for (int place : places(force, standard, now)) {
            OperatingPoint point = force.withFloor(place / 1000.0);
            String value = place == standard ? "" : String.format(Locale.ROOT, "%.3f", place / 1000.0);
            choices.add(new ThresholdChoice(
                    value,
                    String.format(Locale.ROOT, "%.3f", point.threshold()),
                    strangers(point),
                    point.population(),
                    colleagues(point.threshold(), force.point().threshold(), visits),
                    place == standard,
                    place == now,
                    typed == null ? place == now : value.equals(typed)));
        }
        return choices;
    }

    private static TreeSet<Integer> places(DecisionInForce force, int standard, int now) {
        int least = thousandths(force.leastFloor());
        double asked = force.withFloor(force.leastFloor()).threshold();
        TreeSet<Integer> places = new TreeSet<>();
        for (int place = standard + STEPS_UP * STEP; place >= least; place -= STEP) {
            if (place < 1000 && force.withFloor(place / 1000.0).threshold() > asked) {
                places.add(place);
            }
        }
        places.add(standard);
        places.add(now);
        return places;
    }

    private static int thousandths(double floor) {
        return (int) Math.round(floor * 1000);
    }

    private static String strangers(OperatingPoint point) {
        return "1 stranger in " + ThresholdFigures.oneOf(point.fpir()) + " visits"
                + (point.measured() ? "" : " (estimated)");
    }

    private static String colleagues(double threshold, double inForce, DoorVisits visits) {
        Rate below = visits.grantedBelow(threshold);
        if (!below.isKnown()) {
            return "not known: nobody was let in";
        }
        Optional<Double> lowest = visits.lowestThreshold();
        if (lowest.isPresent() && threshold <= lowest.get() + 1e-9) {
            long more = threshold < inForce - 1e-9 ? visits.unknownFrom(threshold) : 0;
            return "no more colleagues asked to try again than now"
                    + (more == 0 ? "" : "; let in as well: " + more + " visits of people who were not recognised");
        }
        return hundredths(below.value()) + " in 100 colleagues asked to try again (" + below.events() + " of "
                + below.trials() + " visits, at most " + hundredths(below.high()) + " in 100)";
    }

    /** Two digits: more were not measured. */
    private static String hundredths(double share) {
        double percent = 100 * share;
        return percent == 0 || percent >= 9.95
                ? String.format(Locale.ROOT, "%.0f", percent)
                : String.format(Locale.ROOT, "%.1f", percent);
    }
}

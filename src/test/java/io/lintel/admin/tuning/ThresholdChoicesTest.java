package io.lintel.admin.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.SiteResemblance;
import io.lintel.service.tuning.DoorVisit;
import io.lintel.service.tuning.DoorVisit.Outcome;
import io.lintel.service.tuning.DoorVisits;
import io.lintel.wiring.DecisionInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ThresholdChoicesTest {

    private static final SiteResemblance MIXED = new SiteResemblance(20, 190, 0.02, 0.08, 0.3);

    private static DecisionInForce force(double floor, SiteResemblance site, int people) {
        ThresholdSettings settings = MobileFaceNet.threshold(0.003, floor, 3, false);
        return new DecisionInForce(
                LivenessPolicy.DEFAULT,
                LivenessSet.OWN,
                "mobilefacenet",
                MobileFaceNet.TABLE,
                new ThresholdRule(MobileFaceNet.TABLE, settings).at(site, people),
                settings,
                0.05,
                site,
                people,
                people);
    }

    private static DoorVisits visits(int granted, double from, double step, double... unknown) {
        List<DoorVisit> visits = new ArrayList<>();
        for (int i = 0; i < granted; i++) {
            visits.add(new DoorVisit(i + 1, Outcome.GRANTED, new PersonId(1), from + i * step, 0.65));
        }
        for (double score : unknown) {
            visits.add(new DoorVisit(1_000, Outcome.UNKNOWN, new PersonId(1), score, 0.65));
        }
        return new DoorVisits(visits, true);
    }

    private static ThresholdChoice at(String threshold, List<ThresholdChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.threshold().equals(threshold))
                .findFirst()
                .orElseThrow(() -> new AssertionError(threshold + " of " + choices));
    }

    @Test
    void colleaguesAreCountedInTheVisitsOfThisDoor() {
        List<ThresholdChoice> choices = ThresholdChoices.of(force(0.65, MIXED, 20), visits(100, 0.6505, 0.001), null);

        assertThat(at("0.670", choices).colleagues())
                .startsWith("20 in 100 colleagues asked to try again (20 of 100 visits, at most 29 in 100)");
        assertThat(at("0.650", choices).colleagues()).isEqualTo("no more colleagues asked to try again than now");
    }

    @Test
    void whatALowerThresholdLetsInAsWellIsSaid() {
        List<ThresholdChoice> choices =
                ThresholdChoices.of(force(0.65, MIXED, 20), visits(10, 0.7, 0.001, 0.64, 0.635, 0.5), null);

        assertThat(at("0.630", choices).colleagues())
                .endsWith("let in as well: 2 visits of people who were not recognised");
    }

    /** Never less than the door's own people show: the rate is the larger of table and site. */
    @Test
    void aSiteWhosePeopleResembleEachOtherIsJudgedByThem() {
        SiteResemblance alike = new SiteResemblance(20, 190, 0.3, 0.11, 0.62);

        ThresholdChoice here = ThresholdChoices.of(force(0.75, alike, 20), visits(0, 0, 0), null)
                .getLast();
        ThresholdChoice elsewhere = ThresholdChoices.of(force(0.75, MIXED, 20), visits(0, 0, 0), null).stream()
                .filter(choice -> choice.threshold().equals(here.threshold()))
                .findFirst()
                .orElseThrow();

        assertThat(here.population()).contains("of this site");
        assertThat(here.strangers()).endsWith("(estimated)");
        assertThat(oneIn(here)).isLessThan(oneIn(elsewhere));
    }

    private static double oneIn(ThresholdChoice choice) {
        return Double.parseDouble(choice.strangers()
                .replaceAll("1 stranger in ([\\d,]+) .*", "$1")
                .replace(",", ""));
    }

    @Test
    void placesThatWouldChangeNothingAreNotOffered() {
        List<ThresholdChoice> choices = ThresholdChoices.of(force(0.65, MIXED, 100_000), visits(0, 0, 0), null);

        assertThat(choices).hasSizeGreaterThan(2);
        assertThat(choices)
                .extracting(ThresholdChoice::threshold)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Double.parseDouble(choices.getFirst().threshold()))
                .as("what the target asks for")
                .isGreaterThan(0.70);
    }

    @Test
    void theValueInForceIsOnePlaceAndEmbeddersOwnIsNoValueAtAll() {
        List<ThresholdChoice> choices = ThresholdChoices.of(force(0.655, MIXED, 20), visits(0, 0, 0), null);

        assertThat(choices).filteredOn(ThresholdChoice::inForce).singleElement().satisfies(choice -> {
            assertThat(choice.value()).isEqualTo("0.655");
            assertThat(choice.chosen()).isTrue();
            assertThat(choice.colleagues()).isEqualTo("not known: nobody was let in");
        });
        assertThat(choices)
                .filteredOn(ThresholdChoice::standard)
                .singleElement()
                .extracting(ThresholdChoice::value)
                .isEqualTo("");
    }

    @Test
    void whatAFormHasSentStaysChosenUntilItIsConfirmed() {
        List<ThresholdChoice> choices = ThresholdChoices.of(force(0.65, MIXED, 20), visits(0, 0, 0), "0.630");

        assertThat(choices)
                .filteredOn(ThresholdChoice::chosen)
                .singleElement()
                .extracting(ThresholdChoice::value)
                .isEqualTo(String.format(Locale.ROOT, "%.3f", 0.63));
    }
}

package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.benchmark.Report;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VisitReportTest {

    private static final double SHUT = Double.NaN;

    private static ClipVisits clip(String label, double... openings) {
        return new ClipVisits(
                new Presentation(Path.of(label), label + openings.length, label, "anna", "", true),
                ClipEnrolment.Source.OWN_FRAMES,
                Arrays.stream(openings)
                        .mapToObj(each -> Double.isNaN(each) ? OptionalDouble.empty() : OptionalDouble.of(each))
                        .toList());
    }

    private static Report report(ClipVisits... visits) {
        return new VisitReport(List.of(visits)).report("models", List.of());
    }

    @Test
    void eachTypeOfAttackHasItsShareOfStartingPointsThatOpen() {
        Report report = report(clip("print", SHUT, SHUT, 2, 3), clip("print", SHUT), clip("replay", 1));

        assertThat(report.figure("print-starts-open").rate().events()).isEqualTo(2);
        assertThat(report.figure("print-starts-open").rate().trials()).isEqualTo(5);
        assertThat(report.figure("print-opens").value()).isZero();
        assertThat(report.figure("print-opens-ever").value()).isCloseTo(0.5, within(1e-9));
        assertThat(report.figure("replay-opens").value()).isOne();
        assertThat(report.figure("print-median-s").value()).isEqualTo(2);
    }

    @Test
    void theTimeToTheGrantHasAnIntervalOverClips() {
        Report report = report(clip("live", 1, 1, 1), clip("live", 5));

        assertThat(report.figure("live-median-s").value()).isEqualTo(1);
        assertThat(report.figure("live-p95-s").value()).isEqualTo(5);
        assertThat(report.figure("live-median-s").interval().low()).isEqualTo(1);
        assertThat(report.figure("live-median-s").interval().high()).isEqualTo(5);
        assertThat(report.figure("live-granted").rate().trials()).isEqualTo(2);
    }

    @Test
    void whatThereIsNoClipOfIsMissing() {
        assertThat(report(clip("print", SHUT)).missing())
                .singleElement()
                .asString()
                .contains("no live clip");
        assertThat(report(clip("live", 1)).missing()).singleElement().asString().contains("no clip of an attack");
    }

    @Test
    void aDoorThatNeverOpensHasNoTimeToTheOpening() {
        assertThat(report(clip("print", SHUT)).figures())
                .noneMatch(each -> each.key().equals("print-median-s"))
                .allMatch(each -> each.isKnown());
    }

    @Test
    void aPersonEnrolledFromNothingIsSaid() {
        ClipVisits dark = new ClipVisits(
                new Presentation(Path.of("d"), "dark.mp4", "live", "anna", "", true),
                ClipEnrolment.Source.NOTHING,
                List.of(OptionalDouble.empty()));

        assertThat(report(dark).missing()).anySatisfy(each -> assertThat(each).contains("dark.mp4"));
    }
}

package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever sequence of faces comes by, some things never happen. */
class ReceptionPropertyTest {

    /** What one frame shows. Who 0 is nobody in view. */
    record Shown(int who, double score, double liveness) {}

    private final EvidenceSettings rules = EvidenceSettings.DEFAULT;

    /** Counted by the test itself, from what it showed and not from what the reception says it saw. */
    @Property(tries = 300)
    void aGrantHasThreeAgreeingFramesOfItsPersonAndAMeanAboveTheThreshold(
            @ForAll("sequences") List<Shown> frames, @ForAll boolean liveness) {
        AccessSettings settings =
                liveness ? AccessSettings.DEFAULT : AccessSettings.DEFAULT.withLiveness(new LivenessPolicy.Off());
        Scenario door = new Scenario(settings, 15);
        Visitor face = door.stranger();
        Deque<Shown> last = new ArrayDeque<>();
        for (Shown shown : frames) {
            if (shown.who != 0) {
                last.addLast(shown);
            }
            if (last.size() > rules.voters()) {
                last.removeFirst();
            }
            for (Decision decision : show(door, face, shown)) {
                if (decision instanceof Decision.Granted granted) {
                    int who = (int) granted.person().value();
                    List<Shown> his =
                            last.stream().filter(each -> each.who == who).toList();
                    assertThat(his.stream().filter(each -> each.score >= 0.65 - rules.voteSlack()))
                            .hasSizeGreaterThanOrEqualTo(rules.votesNeeded());
                    assertThat(his.stream().mapToDouble(Shown::score).max().orElse(0))
                            .isGreaterThanOrEqualTo(0.65);
                    assertThat(granted.explanation().tally().best().score()).isGreaterThanOrEqualTo(0.65);
                    if (liveness) {
                        assertThat(granted.explanation().tally().liveness().mean())
                                .isGreaterThanOrEqualTo(0.5);
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void nobodyDisabledOrExpiredIsEverGranted(@ForAll("sequences") List<Shown> frames) {
        Scenario door = new Scenario();
        door.enrol(new PersonAccess(DALIA, false, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS)));
        door.enrol(new PersonAccess(
                EMEKA,
                true,
                new ValiditySpan(null, door.clock.instant().minus(Duration.ofSeconds(1))),
                List.of(WeeklySchedule.ALWAYS)));
        Visitor face = door.stranger();

        frames.forEach(shown -> show(door, face, shown));

        assertThat(door.codes()).doesNotContain("granted");
    }

    @Property(tries = 200)
    void nobodyWhoDoesNotLookLiveIsEverGranted(@ForAll("sequences") List<Shown> frames) {
        Scenario door = new Scenario();
        Visitor face = door.stranger();

        frames.forEach(shown -> show(door, face, new Shown(shown.who, shown.score, shown.liveness * 0.49)));

        assertThat(door.codes()).doesNotContain("granted");
    }

    /** One face at a time: decisions about it never follow one another at once. */
    @Property(tries = 200)
    void noTrackIsDecidedTwiceWithinTheFirstWait(@ForAll("sequences") List<Shown> frames) {
        Scenario door = new Scenario();
        Visitor face = door.stranger();

        frames.forEach(shown -> show(door, face, shown));

        for (int i = 1; i < door.decided().size(); i++) {
            Scenario.Timed before = door.decided().get(i - 1);
            Scenario.Timed after = door.decided().get(i);
            if (before.decision().explanation().trackId()
                    == after.decision().explanation().trackId()) {
                assertThat(after.at().minus(before.at())).isGreaterThanOrEqualTo(VisitSettings.DEFAULT.firstWait());
            }
        }
    }

    private static List<Decision> show(Scenario door, Visitor face, Shown shown) {
        if (shown.who == 0) {
            return door.frame();
        }
        face.looking(door.visitor(new PersonId(shown.who), shown.score).look()).withLiveness(shown.liveness);
        return door.frame(face);
    }

    /** Runs of frames of one face with a wavering score, so that real sequences, swaps and absences all occur. */
    @Provide
    Arbitrary<List<Shown>> sequences() {
        Arbitrary<List<Shown>> run = Combinators.combine(
                        Arbitraries.of(0, 1, 1, 1, 2, 2),
                        Arbitraries.doubles().between(0.3, 0.95),
                        Arbitraries.doubles().between(0.2, 1.0))
                .as(Tuple::of)
                .flatMap(about -> Combinators.combine(
                                Arbitraries.doubles().between(-0.12, 0.12),
                                Arbitraries.doubles().between(-0.2, 0.2))
                        .as((score, live) -> new Shown(
                                about.get1(),
                                Math.clamp(about.get2() + score, -0.99, 0.99),
                                Math.clamp(about.get3() + live, 0, 1)))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(30));
        return run.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(runs -> runs.stream().flatMap(List::stream).toList());
    }
}

package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.ValiditySpan;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import io.lintel.schedule.WeeklySchedule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whatever sequence of faces comes by, some things never happen. */
class VisitRegistryPropertyTest {

    /** What one frame shows. Who 0 is nobody in view. */
    record Shown(int who, double score, double liveness) {}

    private final EvidenceSettings rules = MobileFaceNet.EVIDENCE;

    /** Counted by the test itself, from what it showed and not from what the registry says it saw. */
    @Property(tries = 300)
    void aGrantHasThreeAgreeingFramesOfItsPersonAndAMeanAboveTheThreshold(Generator any) {
        List<Shown> frames = sequences(any);
        boolean liveness = any.bool();
        AccessSettings settings =
                liveness ? MobileFaceNet.ACCESS : MobileFaceNet.ACCESS.withLiveness(new LivenessPolicy.Off());
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
                    List<Shown> own =
                            last.stream().filter(each -> each.who == who).toList();
                    assertThat(own.stream().filter(each -> each.score >= 0.65 - rules.voteSlack()))
                            .hasSizeGreaterThanOrEqualTo(rules.votesNeeded());
                    assertThat(own.stream().mapToDouble(Shown::score).max().orElse(0))
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
    void nobodyDisabledOrExpiredIsEverGranted(Generator any) {
        List<Shown> frames = sequences(any);
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
    void nobodyWhoDoesNotLookLiveIsEverGranted(Generator any) {
        List<Shown> frames = sequences(any);
        Scenario door = new Scenario();
        Visitor face = door.stranger();

        frames.forEach(shown -> show(door, face, new Shown(shown.who, shown.score, shown.liveness * 0.49)));

        assertThat(door.codes()).doesNotContain("granted");
    }

    /** One face at a time: decisions about it never follow one another at once. That it has to wait is none: what is left may be short. */
    @Property(tries = 200)
    void noTrackIsDecidedTwiceWithinTheFirstWait(Generator any) {
        List<Shown> frames = sequences(any);
        Scenario door = new Scenario();
        Visitor face = door.stranger();

        frames.forEach(shown -> show(door, face, shown));

        for (int i = 1; i < door.decided().size(); i++) {
            Scenario.Timed before = door.decided().get(i - 1);
            Scenario.Timed after = door.decided().get(i);
            if (!before.decision().code().equals("locked-out")
                    && before.decision().explanation().trackId()
                            == after.decision().explanation().trackId()) {
                assertThat(after.at().minus(before.at())).isGreaterThanOrEqualTo(MobileFaceNet.VISIT.firstWait());
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
    private static List<Shown> sequences(Generator any) {
        return any.listOf(1, 12, () -> run(any)).stream().flatMap(List::stream).toList();
    }

    private static List<Shown> run(Generator any) {
        int who = any.of(0, 1, 1, 1, 2, 2);
        double score = any.doubleBetween(0.3, 0.95);
        double liveness = any.doubleBetween(0.2, 1);
        return any.listOf(
                1,
                30,
                () -> new Shown(
                        who,
                        Math.clamp(score + any.doubleBetween(-0.12, 0.12), -0.99, 0.99),
                        Math.clamp(liveness + any.doubleBetween(-0.2, 0.2), 0, 1)));
    }
}

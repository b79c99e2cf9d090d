package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final Scenario door = new Scenario();

    @Test
    void aStrangerWhoStaysIsDeniedAtGrowingIntervals() {
        door.stand(Duration.ofMinutes(5), door.stranger());

        List<Long> pauses = pauses();
        assertThat(door.codes()).containsOnly("unknown");
        assertThat(pauses).hasSizeGreaterThanOrEqualTo(5).isSorted();
        assertThat(pauses.getFirst()).isBetween(3L, 4L);
        assertThat(pauses.getLast()).isBetween(61L, 63L);
    }

    @Test
    void steppingAsideAndBackDoesNotBeginTheCountAnew() {
        for (int i = 0; i < 40; i++) {
            door.stand(Duration.ofSeconds(3), door.stranger());
            door.nobody(Duration.ofSeconds(2));
        }

        List<Decision> failed = door.decided().stream()
                .map(Scenario.Timed::decision)
                .filter(decision -> decision.code().equals("unknown"))
                .toList();
        assertThat(failed).hasSizeLessThanOrEqualTo(7);
        assertThat(failed)
                .extracting(decision -> decision.explanation().attempt())
                .startsWith(1, 2, 3, 4, 5);
    }

    @Test
    void aPersonDeniedFiveTimesIsLockedOutAndTheScreenSaysSoOncePerTrack() {
        door.stand(Duration.ofSeconds(40), door.stranger());
        assertThat(door.codes()).hasSize(5).containsOnly("unknown");

        door.nobody(Duration.ofSeconds(2));
        door.stand(Duration.ofSeconds(5), door.stranger());

        assertThat(door.codes()).hasSize(6).endsWith("locked-out");
    }

    @Test
    void aStrangersLockOutKeepsNobodyElseOut() {
        door.stand(Duration.ofSeconds(40), door.stranger());
        door.stand(
                Duration.ofSeconds(1),
                door.stranger(),
                door.visitor(DALIA, 0.85).at(400));

        assertThat(door.codes()).endsWith("granted");
    }

    @Test
    void aPhotoDelaysItsOwnerByThreeSecondsAtMost() {
        door.stand(Duration.ofMinutes(3), door.visitor(DALIA, 0.94).withLiveness(0.1));
        assertThat(door.codes()).hasSizeGreaterThan(4).containsOnly("spoof");
        door.nobody(Duration.ofSeconds(2));

        door.stand(Duration.ofSeconds(3), door.visitor(DALIA, 0.94));

        assertThat(door.codes()).endsWith("granted");
    }

    @Test
    void aDeniedFaceIsForgottenAfterTenMinutes() {
        door.stand(Duration.ofSeconds(40), door.stranger());
        door.nobody(Duration.ofMinutes(11));
        door.stand(Duration.ofSeconds(2), door.stranger());

        assertThat(door.decided().getLast().decision().explanation().attempt()).isEqualTo(1);
    }

    @Test
    void repeatedDenialsRaiseAnAlarmAndSpoofsTooAcrossTracks() {
        AlarmWatch watch = new AlarmWatch(MobileFaceNet.VISIT);
        List<AccessAlarm> alarms = new ArrayList<>();

        door.stand(Duration.ofSeconds(40), door.stranger());
        for (int i = 0; i < 3; i++) {
            door.nobody(Duration.ofSeconds(8));
            door.stand(Duration.ofSeconds(2), door.visitor(DALIA, 0.94).withLiveness(0.1));
        }
        door.decided()
                .forEach(timed ->
                        alarms.addAll(watch.after(timed.decision(), timed.at().toNanos())));

        assertThat(alarms).extracting(AccessAlarm::code).containsExactly("repeated-denials", "repeated-spoofs");
    }

    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < door.decided().size(); i++) {
            pauses.add(door.decided()
                    .get(i)
                    .at()
                    .minus(door.decided().get(i - 1).at())
                    .toSeconds());
        }
        return pauses;
    }
}

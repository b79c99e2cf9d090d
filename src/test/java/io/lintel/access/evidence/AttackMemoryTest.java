package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.gallery.PersonId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttackMemoryTest {

    private static final PersonId DALIA = new PersonId(1);
    private static final Duration HALF_LIFE = LivenessTestSettings.DEFAULT.handicapHalfLife();

    private final AttackMemory memory = new AttackMemory(LivenessTestSettings.DEFAULT);

    private double left(PersonId person, long now) {
        RememberedAttack attack = memory.of(person, now);
        return attack == null ? 0 : attack.nats(now, HALF_LIFE);
    }

    @Test
    void evidenceHalvesAndIsForgottenInTheEnd() {
        memory.note(DALIA, 4, 0);

        assertThat(left(DALIA, HALF_LIFE.toNanos())).isCloseTo(2, within(1e-9));
        assertThat(left(DALIA, HALF_LIFE.multipliedBy(6).toNanos())).isZero();
    }

    @Test
    void laterAnswersDoNotEraseWhatIsKnown() {
        memory.note(DALIA, 4, 0);
        memory.note(DALIA, 0, 1_000);

        assertThat(left(DALIA, 1_000)).isCloseTo(4, within(1e-6));
    }

    @Test
    void aGrantWithdrawsOnlyWhatItsOwnVisitSaid() {
        memory.note(DALIA, 3, 0);
        RememberedAttack before = memory.of(DALIA, 0);
        memory.note(DALIA, 6, 1_000);

        memory.restore(DALIA, before);

        assertThat(left(DALIA, 1_000)).isCloseTo(3, within(1e-6));
    }

    @Test
    void theMemoryIsBoundedAndTheWeakestEvidenceMakesRoom() {
        memory.note(DALIA, 6, 0);
        for (int i = 0; i < 10 * AttackMemory.CAPACITY; i++) {
            memory.note(new PersonId(100 + i), 0.5, 1_000);
        }

        assertThat(left(DALIA, 1_000)).isCloseTo(6, within(1e-6));
        long kept = 0;
        for (int i = 0; i < 10 * AttackMemory.CAPACITY; i++) {
            kept += memory.of(new PersonId(100 + i), 1_000) == null ? 0 : 1;
        }
        assertThat(kept).isEqualTo(AttackMemory.CAPACITY - 1);
    }
}

package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.DoorScreenMessage;
import io.lintel.access.Faces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionExecutorTest {

    @Test
    void theAuditRowComesBeforeTheRelay() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(1);

        harness.frames(10);

        assertThat(harness.happened).containsExactly("audit granted", "door unlocked by decision 1");
        assertThat(harness.decided()).singleElement().satisfies(event -> {
            assertThat(event.unlocked()).isTrue();
            assertThat(event.auditRow()).hasValue(1);
        });
    }

    @Test
    void withoutAnAuditRowTheDoorStaysShutAndSaysWhy() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(1);
        harness.auditFails = true;

        harness.frames(10);

        assertThat(harness.happened).containsExactly("audit failed");
        assertThat(harness.decided()).singleElement().satisfies(event -> {
            assertThat(event.unlocked()).isFalse();
            assertThat(event.auditRow()).isEmpty();
            assertThat(event.shutBecause()).isEqualTo("the audit log cannot be written");
        });
        assertThat(harness.lastView().observation())
                .isEqualTo(new DoorScreenMessage.Trouble(LoopHarness.DALIA, "the audit log cannot be written"));
    }

    @Test
    void onceTheLogIsBackThePersonIsLetIn() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(1);
        harness.auditFails = true;
        harness.frames(10);

        harness.auditFails = false;
        harness.frames(45);

        assertThat(harness.happened).containsExactly("audit failed", "audit granted", "door unlocked by decision 2");
    }

    @Test
    void aDoorThatIsToldToOpensWithoutARow() throws Exception {
        LoopSettings settings = LoopSettings.DEFAULT;
        LoopHarness harness = new LoopHarness(new LoopSettings(
                settings.oldestFrame(),
                settings.unlockWithin(),
                settings.idleAfter(),
                settings.watchInterval(),
                settings.facesPerFrame(),
                settings.showDecision(),
                OnAuditFailure.OPEN_ANYWAY));
        harness.inView = Faces.axis(1);
        harness.auditFails = true;

        harness.frames(10);

        assertThat(harness.happened).containsExactly("audit failed", "door unlocked by decision without audit row");
    }

    @Test
    void aGrantWhoseAuditRowIsLateDoesNotOpenTheDoor() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(1);
        harness.auditTakes = Duration.ofSeconds(3);

        harness.frames(7);

        assertThat(harness.happened)
                .containsExactly("audit granted", "audit shut: recording the decision took too long");
    }

    @Test
    void aDoorInLockDownIsRecordedAsShut() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(1);
        harness.doorRefuses = true;

        harness.frames(10);

        assertThat(harness.happened)
                .containsExactly("audit granted", "door refused", "audit shut: the door refuses to unlock");
        assertThat(harness.decided().getFirst().unlocked()).isFalse();
    }

    @Test
    void aStrangerIsRecordedAndTheRelayNeverTouched() throws Exception {
        LoopHarness harness = new LoopHarness();
        harness.inView = Faces.axis(40);

        harness.frames(15 * 120);

        assertThat(harness.happened).contains("audit unknown", "audit alarm repeated-denials");
        assertThat(harness.happened).noneMatch(line -> line.startsWith("door"));
    }
}

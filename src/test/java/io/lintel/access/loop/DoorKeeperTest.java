package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.Faces;
import io.lintel.access.Observation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorKeeperTest {

    @Test
    void theAuditRowComesBeforeTheRelay() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(1);

        porch.frames(10);

        assertThat(porch.happened).containsExactly("audit granted", "door unlocked by decision 1");
        assertThat(porch.decided()).singleElement().satisfies(event -> {
            assertThat(event.unlocked()).isTrue();
            assertThat(event.auditRow()).hasValue(1);
        });
    }

    @Test
    void withoutAnAuditRowTheDoorStaysShutAndSaysWhy() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(1);
        porch.auditFails = true;

        porch.frames(10);

        assertThat(porch.happened).containsExactly("audit failed");
        assertThat(porch.decided()).singleElement().satisfies(event -> {
            assertThat(event.unlocked()).isFalse();
            assertThat(event.auditRow()).isEmpty();
            assertThat(event.shutBecause()).isEqualTo("the audit log cannot be written");
        });
        assertThat(porch.lastView().observation())
                .isEqualTo(new Observation.Trouble(Porch.DALIA, "the audit log cannot be written"));
    }

    @Test
    void onceTheLogIsBackThePersonIsLetIn() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(1);
        porch.auditFails = true;
        porch.frames(10);

        porch.auditFails = false;
        porch.frames(45);

        assertThat(porch.happened).containsExactly("audit failed", "audit granted", "door unlocked by decision 2");
    }

    @Test
    void aDoorThatIsToldToOpensWithoutARow() throws Exception {
        LoopSettings settings = LoopSettings.DEFAULT;
        Porch porch = new Porch(new LoopSettings(
                settings.oldestFrame(),
                settings.unlockWithin(),
                settings.idleAfter(),
                settings.watchInterval(),
                settings.facesPerFrame(),
                settings.showDecision(),
                OnAuditFailure.OPEN_ANYWAY));
        porch.inView = Faces.axis(1);
        porch.auditFails = true;

        porch.frames(10);

        assertThat(porch.happened).containsExactly("audit failed", "door unlocked by decision without audit row");
    }

    @Test
    void aRowThatTookTooLongDoesNotOpenTheDoorForWhoeverStandsThereNow() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(1);
        porch.auditTakes = Duration.ofSeconds(3);

        porch.frames(7);

        assertThat(porch.happened).containsExactly("audit granted", "audit shut: recording the decision took too long");
    }

    @Test
    void aDoorInLockDownIsRecordedAsShut() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(1);
        porch.doorRefuses = true;

        porch.frames(10);

        assertThat(porch.happened)
                .containsExactly("audit granted", "door refused", "audit shut: the door refuses to unlock");
        assertThat(porch.decided().getFirst().unlocked()).isFalse();
    }

    @Test
    void aStrangerIsRecordedAndTheRelayNeverTouched() throws Exception {
        Porch porch = new Porch();
        porch.inView = Faces.axis(40);

        porch.frames(15 * 120);

        assertThat(porch.happened).contains("audit unknown", "audit alarm repeated-denials");
        assertThat(porch.happened).noneMatch(line -> line.startsWith("door"));
    }
}

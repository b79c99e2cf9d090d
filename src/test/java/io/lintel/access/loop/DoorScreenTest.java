package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.DenialReason;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.FaceView;
import io.lintel.face.BoundingBox;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorScreenTest {

    private static final DoorScreenMessage WELCOME = new DoorScreenMessage.Granted(new PersonId(1));

    private final DoorScreen screen = new DoorScreen(Duration.ofSeconds(3));

    @Test
    void aDecisionIsShownForThreeSecondsEvenAfterThePersonHasLeft() {
        screen.decided(WELCOME, 0);

        assertThat(screen.choose(List.of(), seconds(2.9))).isEqualTo(WELCOME);
        assertThat(screen.choose(List.of(), seconds(3))).isEqualTo(new DoorScreenMessage.NoOne());
    }

    @Test
    void theNextVisitorIsSpokenToWhileTheLastStillStandsThere() {
        DoorScreenMessage next = new DoorScreenMessage.LookHere(QualityFlaw.BLURRED);

        assertThat(screen.choose(
                        List.of(
                                face(WELCOME),
                                face(new DoorScreenMessage.Approaching()),
                                face(new DoorScreenMessage.Denied(DenialReason.UNKNOWN)),
                                face(next)),
                        seconds(10)))
                .isEqualTo(next);
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static FaceView face(DoorScreenMessage observation) {
        return new FaceView(1, new BoundingBox(0, 0, 10, 10), observation, null, null, 0);
    }
}

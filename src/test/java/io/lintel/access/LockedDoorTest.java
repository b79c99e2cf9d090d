package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.door.DoorMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In lock-down the log said that people were let in, again and again for as long as they stood there. */
class LockedDoorTest {

    private final Scenario door = new Scenario();

    @ParameterizedTest
    @CsvSource({"LOCK_DOWN, LOCK_DOWN", "OPERATOR_LOCK, KEPT_LOCKED"})
    void aRecognisedPersonIsKeptOutWithOneRowForTheWholeVisit(DoorMode mode, DenialReason reason) {
        door.door(mode);

        List<Decision> decisions = door.stand(Duration.ofSeconds(60), door.visitor(DALIA, 0.9));

        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(reason);
            assertThat(denied.person()).isEqualTo(DALIA);
            assertThat(denied.detail()).startsWith("recognised, but ");
        });
    }

    @ParameterizedTest
    @CsvSource({"LOCK_DOWN", "OPERATOR_LOCK"})
    void whoStillStandsThereIsLetInWhenItIsOver(DoorMode mode) {
        Visitor dalia = door.visitor(DALIA, 0.9);
        door.door(mode);
        door.stand(Duration.ofSeconds(5), dalia);

        door.door(DoorMode.NORMAL);

        assertThat(door.stand(Duration.ofSeconds(2), dalia)).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @ParameterizedTest
    @CsvSource({"LOCK_DOWN", "OPERATOR_LOCK"})
    void aStrangerIsAStrangerThereToo(DoorMode mode) {
        door.door(mode);

        assertThat(door.stand(Duration.ofSeconds(5), door.stranger()).getFirst())
                .isInstanceOfSatisfying(
                        Decision.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(DenialReason.UNKNOWN));
    }
}

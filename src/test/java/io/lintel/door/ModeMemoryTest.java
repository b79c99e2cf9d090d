package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeMemoryTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("door-modes");
    }

    @Test
    void thereIsNothingToRememberAtTheFirstStart() {
        assertThat(new ModeMemory(file).load()).isEqualTo(DoorModes.NONE);
    }

    @Test
    void aLockDownAndAnOrderOutliveTheProgram() {
        ModeMemory memory = new ModeMemory(file);

        memory.onEvent(event(DoorModes.NONE, DoorModes.NONE.withLockDown(true).withOperator(OperatorOrder.LOCK)));

        assertThat(new ModeMemory(file).load()).isEqualTo(new DoorModes(false, true, OperatorOrder.LOCK, false));
    }

    @Test
    void fireAndScheduleSpeakForThemselves() {
        ModeMemory memory = new ModeMemory(file);

        memory.onEvent(event(DoorModes.NONE, DoorModes.NONE.withFire(true).withScheduled(true)));

        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedFileIsALockDown() throws IOException {
        Files.writeString(file, "lock-down=tr");
        assertThat(new ModeMemory(file).load().lockDown()).isTrue();
        Files.writeString(file, "lock-down=false\noperator=OPEN SESAME");
        assertThat(new ModeMemory(file).load().lockDown()).isTrue();
        Files.writeString(file, "");
        assertThat(new ModeMemory(file).load().lockDown()).isTrue();
    }

    @Test
    void whatCannotBeReadIsALockDownAndNoReasonToStayDown() throws IOException {
        Files.createDirectory(file);
        assertThat(new ModeMemory(file).load().lockDown()).isTrue();
    }

    private static DoorEvent event(DoorModes before, DoorModes after) {
        return new DoorEvent(1, Instant.EPOCH, DoorEventKind.MODE_CHANGED, view(before), view(after), Cause.REX, "");
    }

    private static DoorView view(DoorModes modes) {
        return new DoorView(DoorState.LOCKED, false, false, modes, Set.of());
    }
}

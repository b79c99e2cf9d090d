package io.lintel.door;

import io.lintel.system.FakeClock;
import java.time.Instant;
import java.util.Map;

/** A started door with a relay that only remembers, for tests of other rooms. */
public final class TestDoor implements AutoCloseable {

    private final FakeRelay relay = new FakeRelay();
    public final Door door = new Door(
            DoorSettingsFixture.USUAL,
            new DoorHardware(relay, Map.of(), () -> {}),
            FakeClock.closeToOverflow(),
            () -> Instant.EPOCH,
            DoorModes.NONE);

    public TestDoor() {
        door.start();
    }

    /** What the relay does, without delay. */
    public boolean released() {
        return relay.isEnergised();
    }

    @Override
    public void close() {
        door.close();
    }
}

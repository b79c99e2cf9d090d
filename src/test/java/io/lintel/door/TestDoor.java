package io.lintel.door;

import java.time.Instant;
import java.util.Map;

/** A started door with a relay that only remembers, for tests of other rooms. */
public final class TestDoor implements AutoCloseable {

    private final FakeRelay relay = new FakeRelay();
    public final Door door = new Door(
            DoorSettings.DEFAULTS,
            new DoorHardware(relay, Map.of(), () -> {}),
            new FakeClock(),
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

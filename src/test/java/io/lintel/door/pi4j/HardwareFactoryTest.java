package io.lintel.door.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.door.ContactType;
import io.lintel.door.Door;
import io.lintel.door.DoorHardware;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorModes;
import io.lintel.door.DoorSettings;
import io.lintel.door.DoorSettingsFixture;
import io.lintel.door.DoorState;
import io.lintel.door.LockWiring;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.Drive;
import io.lintel.door.gpio.FakeChip;
import io.lintel.door.gpio.FakeGpio;
import io.lintel.door.gpio.FakeKernel;
import io.lintel.door.gpio.GpioException;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.LineAddress;
import io.lintel.door.gpio.OutputLine;
import io.lintel.system.FakeClock;
import io.lintel.system.MonotonicClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a signal to a level on a line, through Pi4J. */
class HardwareFactoryTest {

    private static final DoorSettings SECURE = DoorSettingsFixture.USUAL;
    private static final DoorSettings SAFE = DoorSettingsFixture.with(LockWiring.FAIL_SAFE);

    private static final Map<DoorInput, ContactType> CONTACTS = Map.of(
            DoorInput.DOOR_SENSOR, ContactType.NORMALLY_CLOSED,
            DoorInput.REX, ContactType.NORMALLY_OPEN,
            DoorInput.FIRE, ContactType.NORMALLY_CLOSED);

    @TempDir
    Path dev;

    private final FakeClock clock = FakeClock.closeToOverflow();
    private FakeKernel kernel;
    private FakeChip chip;

    @BeforeEach
    void boot() {
        kernel = new FakeKernel(dev);
        chip = kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        chip.line(17).named("GPIO17");
        // contacts to ground with a pull-up: low is closed
        chip.line(22).wired(false);
        chip.line(23).wired(true);
        chip.line(24).wired(false);
    }

    @Test
    void aSimulatedDoorShowsItsLevelsOverTime() {
        SimulatedBoard board = new SimulatedBoard(clock);
        try (Door door = started(SECURE, HardwareFactory.simulated(board, SECURE, CONTACTS))) {
            assertThat(door.unlockOnce("decision 7")).isTrue();
            assertThat(board.isEnergised()).isTrue();
            clock.advance(Duration.ofSeconds(3));
            await().until(() -> !board.isEnergised());
            board.contact(DoorInput.REX, true);
            await().until(board::isEnergised);
            board.contact(DoorInput.DOOR_SENSOR, false);
            await().until(() -> door.status().door().state() == DoorState.OPEN);
            board.contact(DoorInput.FIRE, false);
            await().until(board::isEnergised);
        }
        assertThat(board.isEnergised()).isFalse();
        assertThat(board.history()).extracting(SimulatedBoard.Level::energised).startsWith(false, true, false, true);
        long pulse = board.history().get(2).atNanos() - board.history().get(1).atNanos();
        assertThat(Duration.ofNanos(pulse)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aGpioDoorMovesItsLineAndHearsItsContacts() {
        try (Door door = started(SECURE, gpio(OutputLine.activeHigh(LineAddress.parse("GPIO17")), SECURE))) {
            assertThat(door.status().relay()).isEqualTo("gpiochip0:17 (GPIO17)");
            assertThat(chip.line(17).consumer()).isEqualTo("lintel-relay");
            assertThat(chip.line(22).consumer()).isEqualTo("lintel-door-sensor");
            assertThat(door.unlockOnce("decision 7")).isTrue();
            assertThat(chip.line(17).isHigh()).isTrue();
            chip.line(22).drive(true);
            await().until(() -> door.status().door().state() == DoorState.OPEN);
            await().until(() -> !chip.line(17).isHigh());
            chip.line(23).drive(false);
            await().until(chip.line(17)::isHigh);
            chip.line(24).drive(true);
            await().until(() -> door.status().door().modes().fire());
        }
        assertThat(chip.line(17).isHigh()).isFalse();
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void theLockedLevelIsTheFirstAndOnlyOneUntilSomebodyUnlocks() {
        OutputLine activeLow = new OutputLine(LineAddress.parse("gpiochip0:17"), true, Drive.PUSH_PULL, Bias.AS_IS);
        try (Door door = started(SECURE, gpio(activeLow, SECURE))) {
            assertThat(chip.line(17).driven()).containsOnly(true);
            assertThat(door.status().isHealthy()).isTrue();
        }
        assertThat(chip.line(17).driven()).containsOnly(true);
    }

    @Test
    void aFailSafeDoorHasPowerFromTheStartAndNoneAfterTheStop() {
        OutputLine relay = OutputLine.activeHigh(LineAddress.parse("GPIO17"));
        try (Door door = started(SAFE, gpio(relay, SAFE))) {
            assertThat(chip.line(17).driven()).containsOnly(true);
            assertThat(door.status().isHealthy()).isTrue();
        }
        assertThat(chip.line(17).isHigh()).isFalse();
    }

    @Test
    void anUnpluggedAdapterIsAFaultAndComesBackLocked() {
        try (Door door = started(SECURE, gpio(OutputLine.activeHigh(LineAddress.parse("GPIO17")), SECURE))) {
            kernel.unplug(chip);
            assertThat(door.unlockOnce("decision 7")).isFalse();
            assertThat(door.status().relayFault()).contains("gpiochip0:17 (GPIO17)");
            await().until(() -> door.status().door().modes().fire());
            kernel.replug(chip);
            await().until(() -> {
                clock.advance(Duration.ofMillis(100));
                return door.status().isHealthy();
            });
            assertThat(chip.line(17).isHigh()).isFalse();
        }
    }

    @Test
    void aLineThatCannotBeHadGivesTheOthersBack() {
        chip.line(23).usedBy("gpioset");

        assertThatThrownBy(() -> gpio(OutputLine.activeHigh(LineAddress.parse("GPIO17")), SECURE))
                .isInstanceOf(GpioException.class)
                .hasMessageContaining("gpiochip0:23 is in use by 'gpioset'");
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(chip.line(17).isHigh()).isFalse();
    }

    private DoorHardware gpio(OutputLine relay, DoorSettings settings) {
        GpioWiring lines = new GpioWiring(
                relay,
                Map.of(
                        DoorInput.DOOR_SENSOR, contact("gpiochip0:22", ContactType.NORMALLY_CLOSED),
                        DoorInput.REX, contact("gpiochip0:23", ContactType.NORMALLY_OPEN),
                        DoorInput.FIRE, contact("pinctrl-rp1:24", ContactType.NORMALLY_CLOSED)));
        return HardwareFactory.gpio(lines, settings, kernel, FakeGpio.finder(kernel, dev));
    }

    private static GpioWiring.Contact contact(String address, ContactType type) {
        return new GpioWiring.Contact(GpioInputLine.contactToGround(LineAddress.parse(address)), type);
    }

    private Door started(DoorSettings settings, DoorHardware hardware) {
        MonotonicClock time = clock;
        Door door = new Door(settings, hardware, time, () -> Instant.EPOCH, DoorModes.NONE);
        door.start();
        return door;
    }
}

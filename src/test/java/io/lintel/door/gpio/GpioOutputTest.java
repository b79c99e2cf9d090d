package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.libc.Errno;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpioOutputTest {

    private static final LineAddress ADDRESS = LineAddress.parse("gpiochip0:17");

    @TempDir
    Path dev;

    private FakeKernel kernel;
    private FakeChip chip;
    private FakeLine line;

    @BeforeEach
    void boot() {
        kernel = new FakeKernel(dev);
        chip = kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        line = chip.line(17).named("GPIO17");
    }

    /** Pi4J issue 654: an active-low relay board must not see a low level before it sees a high one. */
    @Test
    void pi4jIssue654AnActiveLowRelayIsOffFromTheFirstLevelOn() {
        line.wired(true);
        try (GpioOutput relay = request(new OutputLine(ADDRESS, true, Drive.PUSH_PULL, Bias.AS_IS), false)) {
            assertThat(line.driven()).containsExactly(true);
            relay.set(true);
            relay.set(false);
            assertThat(line.driven()).containsExactly(true, false, true);
        }
    }

    @Test
    void theFirstLevelIsPartOfTheRequest() {
        try (GpioOutput relay = request(OutputLine.activeHigh(ADDRESS), true)) {
            assertThat(line.driven()).containsExactly(true);
            relay.set(false);
            assertThat(line.isHigh()).isFalse();
        }
    }

    @Test
    void asksForDriveAndBias() {
        try (GpioOutput relay = request(new OutputLine(ADDRESS, false, Drive.OPEN_SOURCE, Bias.PULL_DOWN), false)) {
            assertThat(line.flags())
                    .isEqualTo(Uapi.FLAG_USED | Uapi.FLAG_OUTPUT | Uapi.FLAG_OPEN_SOURCE | Uapi.FLAG_BIAS_PULL_DOWN);
            assertThat(line.consumer()).isEqualTo("lintel-relay");
            relay.set(true);
        }
    }

    @Test
    void namesWhoHasTheLine() {
        line.usedBy("gpioset");

        assertThatThrownBy(() -> request(OutputLine.activeHigh(ADDRESS), false))
                .isInstanceOf(GpioException.class)
                .hasMessage("GPIO line gpiochip0:17 (GPIO17) is in use by 'gpioset'");
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void saysWhenItCannotBeSetAndTakesTheLineAnewTheNextTime() {
        GpioOutput relay = request(OutputLine.activeHigh(ADDRESS), false);
        kernel.unplug(chip);

        assertThatThrownBy(() -> relay.set(true))
                .isInstanceOf(GpioException.class)
                .hasMessageContaining("gpiochip0:17 (GPIO17)")
                .hasMessageContaining("no such device (ENODEV)");
        assertThatThrownBy(() -> relay.set(false)).as("still gone").isInstanceOf(GpioException.class);
        kernel.replug(chip);
        relay.set(true);
        assertThat(line.isHigh()).isTrue();
        relay.close();
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void aFailedWriteIsTriedWithAFreshLine() {
        GpioOutput relay = request(OutputLine.activeHigh(ADDRESS), true);
        line.failToSet(Errno.EIO.number());
        assertThatThrownBy(() -> relay.set(false)).hasMessageContaining("EIO");

        relay.set(false);
        assertThat(line.isHigh()).isFalse();
    }

    private GpioOutput request(OutputLine wiring, boolean active) {
        GpioLocation location = new GpioFinder(kernel, dev).find(ADDRESS);
        return GpioOutput.request(kernel, location, wiring, "lintel-relay", active);
    }
}

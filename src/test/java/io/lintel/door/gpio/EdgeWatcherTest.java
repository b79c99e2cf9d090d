package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.system.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeWatcherTest {

    private static final LineAddress ADDRESS = LineAddress.parse("gpiochip0:27");

    @TempDir
    Path dev;

    private final FakeClock clock = FakeClock.closeToOverflow();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private FakeKernel kernel;
    private FakeChip chip;
    private FakeLine line;
    private EdgeWatcher watcher;

    @BeforeEach
    void boot() {
        kernel = new FakeKernel(dev);
        chip = kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        line = chip.line(27).named("GPIO27").wired(true);
        watcher = new EdgeWatcher(kernel, clock);
    }

    @AfterEach
    void close() {
        watcher.close();
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void tellsTheFirstLevelAndEachEdgeInOrder() {
        watch(GpioInputLine.contactToGround(ADDRESS));

        line.drive(false);
        line.drive(true);
        line.drive(false);

        await().untilAsserted(() -> assertThat(heard).containsExactly("false", "true", "false", "true"));
        assertThat(line.debounceMicros()).isEqualTo(30_000);
        assertThat(line.consumer()).isEqualTo("lintel-fire");
    }

    @Test
    void anActiveHighLineWithoutDebounceTellsItsVoltage() {
        watch(new GpioInputLine(ADDRESS, false, Bias.DISABLED, Duration.ZERO));

        line.drive(false);

        await().untilAsserted(() -> assertThat(heard).containsExactly("true", "false"));
        assertThat(line.debounceMicros()).isZero();
    }

    @Test
    void edgesThatTheKernelCouldNotKeepAreMadeUpFor() {
        watch(GpioInputLine.contactToGround(ADDRESS));

        line.drive(false);
        line.driveUnseen(true);
        line.driveUnseen(false);
        line.driveUnseen(true);
        line.drive(true);

        clock.advance(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(heard).first().isEqualTo("false"));
        await().untilAsserted(() -> assertThat(heard).last().isEqualTo("false"));
    }

    @Test
    void aLostEdgeIsDetectedWithinASecond() {
        watch(GpioInputLine.contactToGround(ADDRESS));

        line.driveUnseen(false);
        clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(heard).containsExactly("false", "true"));
    }

    @Test
    void aChipThatIsUnpluggedIsAFaultAndComesBackByItself() {
        watch(GpioInputLine.contactToGround(ADDRESS));

        kernel.unplug(chip);
        await().untilAsserted(() ->
                assertThat(heard).last().asString().startsWith("GPIO line gpiochip0:27 (GPIO27) cannot be read"));
        clock.advance(Duration.ofSeconds(1));
        line.wired(false);
        kernel.replug(chip);
        clock.advance(Duration.ofSeconds(1));
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(1));
            assertThat(heard).last().isEqualTo("true");
        });
        assertThat(heard).hasSize(3);
    }

    @Test
    void aLineWithoutInterruptsIsRefused() {
        line.withoutInterrupts();

        assertThatThrownBy(() -> watch(GpioInputLine.contactToGround(ADDRESS)))
                .isInstanceOf(GpioException.class)
                .hasMessageContaining("ENXIO");
    }

    private void watch(GpioInputLine wiring) {
        GpioLocation location = new GpioFinder(kernel, dev).find(ADDRESS);
        watcher.watch(GpioInput.request(kernel, location, wiring, "lintel-fire", new LevelListener() {
            @Override
            public void level(boolean active) {
                heard.add(Boolean.toString(active));
            }

            @Override
            public void failed(String why) {
                heard.add(why);
            }
        }));
    }
}

package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import io.lintel.system.libc.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpioFinderTest {

    @TempDir
    Path dev;

    private FakeKernel kernel;

    @BeforeEach
    void boot() {
        kernel = new FakeKernel(dev);
    }

    @AfterEach
    void leavesNoDescriptorOpen() {
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void findsByChipAndOffsetByLabelAndByName() {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54).line(17).named("GPIO17");
        kernel.plug("gpiochip10", "mcp23017", 16).line(3).named("relay");

        assertThat(find("gpiochip0:17")).hasToString("gpiochip0:17 (GPIO17)");
        assertThat(find(dev + "/gpiochip0:4")).hasToString("gpiochip0:4");
        assertThat(find("pinctrl-rp1:17").device()).isEqualTo(dev.resolve("gpiochip0"));
        assertThat(find("mcp23017:relay")).hasToString("gpiochip10:3 (relay)");
        assertThat(find("relay")).hasToString("gpiochip10:3 (relay)");
    }

    @Test
    void saysWhichChipsThereAre() {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        kernel.plug("gpiochip10", "mcp23017", 16);
        kernel.plug("gpiochip2", "gpio-keys", 8);

        fails(
                () -> find("gpiochip7:17"),
                "there is no GPIO chip " + dev + "/gpiochip7",
                "gpiochip0, gpiochip2, gpiochip10");
        fails(() -> find("pinctrl-bcm2835:17"), "there is no GPIO chip pinctrl-bcm2835", "choose one of");
    }

    @Test
    void saysWhenThereIsNoGpioAtAll() {
        fails(() -> find("gpiochip0:17"), "nor any other", "simulated");
        fails(() -> find("relay"), "no GPIO line is named 'relay'", "gpioinfo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpio17", "GPIO 17", "Gpio-17", "BCM17", "gpiochip0:bcm_17"})
    void aLineThatIsWrittenInAnotherWayIsNamed(String written) {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54).line(17).named("GPIO17");

        fails(() -> find(written), "no GPIO line is named '" + written + "'", "did you mean GPIO17?");
        fails(() -> find("pin 17"), "no GPIO line is named 'pin 17'", "chip and offset");
    }

    @Test
    void saysHowManyLinesAChipHas() {
        kernel.plug("gpiochip0", "mcp23017", 16);

        fails(() -> find("gpiochip0:16"), "only 0 to 15", "offset");
    }

    @Test
    void saysWhenANameOrALabelIsNotUnique() {
        kernel.plug("gpiochip0", "mcp23017", 16).line(1).named("relay");
        kernel.plug("gpiochip1", "mcp23017", 16).line(2).named("relay");

        fails(() -> find("relay"), "gpiochip0:1 (relay), gpiochip1:2 (relay)", "write the chip too");
        fails(() -> find("mcp23017:1"), "more than one GPIO chip", "gpiochip0");
        assertThat(find("gpiochip1:relay")).hasToString("gpiochip1:2 (relay)");
    }

    @Test
    void aLinkToAChipIsTheSameChip() {
        FakeChip header = kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        header.line(17).named("GPIO17");
        kernel.link("gpiochip4", header);

        for (String address :
                new String[] {"GPIO17", "pinctrl-rp1:17", "gpiochip0:17", "gpiochip4:17", "gpiochip4:GPIO17"}) {
            assertThat(find(address)).as(address).hasToString("gpiochip0:17 (GPIO17)");
        }
        assertThat(DeviceAccess.chipsIn(dev)).containsExactly(dev.resolve("gpiochip0"));
    }

    @Test
    void aLinkWhoseTargetIsGoneIsNoChip() throws IOException {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54).line(17).named("GPIO17");
        Files.createSymbolicLink(dev.resolve("gpiochip4"), Path.of("gpiochip9"));

        assertThat(find("GPIO17")).hasToString("gpiochip0:17 (GPIO17)");
    }

    @Test
    void aMissingChipNumberIsReportedWithTheLinesNewPlace() {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54).line(17).named("GPIO17");

        fails(() -> find("gpiochip4:17"), "line GPIO17 is now at gpiochip0:17", "write GPIO17");
        fails(() -> find("gpiochip4:GPIO17"), "line GPIO17 is now at gpiochip0:17", "write GPIO17");
        fails(() -> find(dev + "/gpiochip4:17"), "line GPIO17 is now at gpiochip0:17", "write GPIO17");
        fails(() -> find("gpiochip4:18"), "there is no GPIO chip", "choose one of: gpiochip0");
    }

    @Test
    void saysWhichPermissionIsMissing() {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        kernel.refuseToOpen(Errno.EACCES.number());

        fails(() -> find("gpiochip0:17"), "no permission to use " + dev + "/gpiochip0", "group");
    }

    @Test
    void saysWhatElseWentWrong() {
        kernel.plug("gpiochip0", "pinctrl-rp1", 54);
        kernel.refuseToOpen(Errno.EMFILE.number());

        fails(() -> find("gpiochip0:17"), "too many open files", "gpioinfo");
    }

    private GpioLocation find(String address) {
        return new GpioFinder(kernel, dev).find(LineAddress.parse(address));
    }

    private static void fails(ThrowingCallable call, String what, String remedy) {
        assertThatThrownBy(call)
                .isInstanceOf(GpioException.class)
                .hasMessageContaining(what)
                .satisfies(
                        error -> assertThat(((LintelException) error).remedy()).contains(remedy));
    }
}

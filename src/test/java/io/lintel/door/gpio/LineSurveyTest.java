package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSurveyTest {

    @TempDir
    Path dev;

    private FakeKernel kernel;
    private FakeChip chip;
    private LineSurvey survey;

    @BeforeEach
    void aBoard() {
        kernel = new FakeKernel(dev);
        chip = kernel.plug("gpiochip0", "pinctrl-test", 4);
        chip.line(0).named("ID_SDA").usedBy("i2c");
        chip.line(1).named("GPIO17");
        chip.line(2).named("GPIO22");
        survey = new LineSurvey(kernel, dev);
    }

    @Test
    void eachLineIsListedWithWhoHasIt() {
        assertThat(survey.lines())
                .containsExactly(
                        new LineSurvey.Line("gpiochip0", 0, "ID_SDA", Optional.of("i2c"), false),
                        new LineSurvey.Line("gpiochip0", 1, "GPIO17", Optional.empty(), false),
                        new LineSurvey.Line("gpiochip0", 2, "GPIO22", Optional.empty(), false),
                        new LineSurvey.Line("gpiochip0", 3, "", Optional.empty(), false));
        assertThat(survey.lines()).extracting(LineSurvey.Line::address).contains("GPIO22", "gpiochip0:3");
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void aContactToGroundIsClosedWhileTheLineIsLow() {
        chip.line(2).wired(true);
        assertThat(survey.isClosed(LineAddress.parse("GPIO22"), Bias.PULL_UP)).contains(false);
        chip.line(2).wired(false);
        assertThat(survey.isClosed(LineAddress.parse("gpiochip0:2"), Bias.PULL_UP))
                .contains(true);
        assertThat(kernel.openDescriptors()).as("the line is given back").isZero();
    }

    /** Whoever looks must not move a relay. */
    @Test
    void aLineThatSomebodyHasIsLeftAlone() {
        assertThat(survey.isClosed(LineAddress.parse("ID_SDA"), Bias.PULL_UP)).isEmpty();
        GpioOutput relay = GpioOutput.request(
                kernel,
                new GpioFinder(kernel, dev).find(LineAddress.parse("GPIO17")),
                new OutputLine(LineAddress.parse("GPIO17"), false, Drive.PUSH_PULL, Bias.AS_IS),
                "lintel-relay",
                true);

        assertThat(survey.isClosed(LineAddress.parse("GPIO17"), Bias.PULL_UP)).isEmpty();
        assertThat(chip.line(1).driven()).containsExactly(true);
        assertThat(survey.lines().get(1).usedBy()).contains("lintel-relay");
        relay.close();
    }

    @Test
    void aBoardWithoutGpioHasNoLines(@TempDir Path empty) {
        assertThat(new LineSurvey(kernel, empty).lines()).isEmpty();
        assertThatThrownBy(() -> survey.isClosed(LineAddress.parse("nowhere"), Bias.PULL_UP))
                .isInstanceOf(GpioException.class);
    }
}

package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineAddressTest {

    @Test
    void isChipAndOffsetOrNameOrNameAlone() {
        assertThat(LineAddress.parse("gpiochip0:17")).isEqualTo(new LineAddress("gpiochip0", "17"));
        assertThat(LineAddress.parse("/dev/gpiochip0:17")).isEqualTo(new LineAddress("/dev/gpiochip0", "17"));
        assertThat(LineAddress.parse(" pinctrl-rp1 : GPIO17 ")).isEqualTo(new LineAddress("pinctrl-rp1", "GPIO17"));
        assertThat(LineAddress.parse("GPIO17")).isEqualTo(new LineAddress("", "GPIO17"));
        assertThat(LineAddress.parse("GPIO17")).hasToString("GPIO17");
        assertThat(LineAddress.parse("gpiochip0:17")).hasToString("gpiochip0:17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", ":17", "gpiochip0:", ":relay"})
    void saysHowToWriteOne(String text) {
        assertThatThrownBy(() -> LineAddress.parse(text))
                .isInstanceOf(GpioException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aDebounceIsAtMostASecond() {
        LineAddress address = LineAddress.parse("GPIO17");
        assertThatThrownBy(() -> new GpioInputLine(address, true, Bias.PULL_UP, Duration.ofMillis(1001)))
                .hasMessageContaining("1001ms");
        assertThatThrownBy(() -> new GpioInputLine(address, true, Bias.PULL_UP, Duration.ofMillis(-1)))
                .hasMessageContaining("-1ms");
    }
}

package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Our structs against those of a C compiler: gcc 12 on x86-64 with Debian's {@code <linux/gpio.h>} filled
 * {@code struct gpio_v2_line_request} by field name; here are its bytes that are not zero.
 */
class UapiTest {

    @Test
    void anOutputRequestIsWhatACompilerMakesOfIt() {
        OutputLine line = new OutputLine(LineAddress.parse("gpiochip0:17"), true, Drive.OPEN_DRAIN, Bias.PULL_UP);

        byte[] bytes = LineRequest.output(17, line, "lintel-relay", true).bytes();

        assertThat(bytes).hasSize(592);
        assertThat(nonZero(bytes))
                .isEqualTo(Map.of(
                        0x000, "11",
                        0x100, "6c696e74656c2d72656c6179",
                        0x120, "4a01",
                        0x128, "01",
                        0x140, "02",
                        0x148, "01",
                        0x150, "01",
                        0x230, "01"));
    }

    @Test
    void anInputRequestIsWhatACompilerMakesOfIt() {
        GpioInputLine line =
                new GpioInputLine(LineAddress.parse("gpiochip0:27"), true, Bias.PULL_UP, Duration.ofMillis(30));

        byte[] bytes = LineRequest.input(27, line, "lintel-fire").bytes();

        assertThat(nonZero(bytes))
                .isEqualTo(Map.of(
                        0x000, "1b",
                        0x100, "6c696e74656c2d66697265",
                        0x120, "3601",
                        0x128, "01",
                        0x140, "03",
                        0x148, "3075",
                        0x150, "01",
                        0x230, "01"));
    }

    @Test
    void aConsumerNameIsCutSoThatAZeroEndsIt() {
        byte[] bytes = LineRequest.output(0, OutputLine.activeHigh(LineAddress.parse("c:0")), "x".repeat(99), false)
                .bytes();

        assertThat(bytes[0x100 + 30]).isEqualTo((byte) 'x');
        assertThat(bytes[0x100 + 31]).isZero();
    }

    /** Runs of bytes without zeros, by their offset. */
    private static Map<Integer, String> nonZero(byte[] bytes) {
        Map<Integer, String> runs = new TreeMap<>();
        for (int i = 0; i < bytes.length; i++) {
            int start = i;
            while (i < bytes.length && bytes[i] != 0) {
                i++;
            }
            if (i > start) {
                runs.put(start, HexFormat.of().formatHex(bytes, start, i));
            }
        }
        return runs;
    }
}

package io.lintel.door.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentOutputsTest {

    @TempDir
    Path modules;

    @Test
    void findsTheKernelModulesThatKeepARelayOn() throws IOException {
        module("pinctrl_bcm2835", "N");
        module("pinctrl_rp1", "Y");
        Files.createDirectories(modules.resolve("pinctrl_other"));

        assertThat(PersistentOutputs.modules(modules)).containsExactly("pinctrl_rp1");
        assertThat(PersistentOutputs.remedy()).contains("strict_gpiod");
    }

    @Test
    void aKernelWithoutModulesKeepsNothing() {
        assertThat(PersistentOutputs.modules(modules.resolve("missing"))).isEmpty();
    }

    private void module(String name, String value) throws IOException {
        Path parameters = Files.createDirectories(modules.resolve(name).resolve("parameters"));
        Files.writeString(parameters.resolve("persist_gpio_outputs"), value + "\n");
    }
}

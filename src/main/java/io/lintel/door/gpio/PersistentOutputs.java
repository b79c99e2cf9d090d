package io.lintel.door.gpio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Raspberry Pi's kernels keep an output's level after the program that drove it is gone, killed or not, where other kernels
 * let go of the pin (module parameter {@code persist_gpio_outputs}; raspberrypi/linux pull request 6150). Then a relay that
 * was on in the moment of a kill stays on until the service is started again.
 */
public final class PersistentOutputs {

    private static final Logger LOG = System.getLogger(PersistentOutputs.class.getName());
    private static final Path MODULES = Path.of("/sys/module");

    private PersistentOutputs() {}

    /** Kernel modules that keep levels; empty is how it should be. */
    public static List<String> modules() {
        return modules(MODULES);
    }

    /** What an installer can do about it. */
    public static String remedy() {
        return "add dtparam=strict_gpiod to /boot/firmware/config.txt and reboot; the service's ExecStopPost also switches "
                + "the relay off";
    }

    static List<String> modules(Path folder) {
        List<String> keeping = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(folder, "pinctrl*")) {
            for (Path module : modules) {
                Path parameter = module.resolve("parameters/persist_gpio_outputs");
                if (Files.isReadable(parameter) && Files.readString(parameter).startsWith("Y")) {
                    keeping.add(module.getFileName().toString());
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "no kernel modules to look at in {0}: {1}", folder, unreadable.getMessage());
        }
        return keeping;
    }
}

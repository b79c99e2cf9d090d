package io.lintel.lab.peers;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the kernel says in {@code /proc}. */
final class Proc {

    private Proc() {}

    /** The most memory that a process has had so far, MB. @throws LintelException if it has ended */
    static double peakMegabytes(long pid) {
        String kilobytes = field(Path.of("/proc", String.valueOf(pid), "status"), "VmHWM")
                .orElseThrow(
                        () -> new LintelException("process " + pid + " has ended", "see the logs in lab/target/peers"));
        return Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024.0;
    }

    /** The last of the processors that this process may use: the first ones get most of the interrupts. */
    static String lastProcessor() {
        String allowed =
                field(Path.of("/proc/self/status"), "Cpus_allowed_list").orElse("0");
        return allowed.substring(Math.max(allowed.lastIndexOf(','), allowed.lastIndexOf('-')) + 1);
    }

    /** The processor's name, else the kind of machine. */
    static String processor() {
        return field(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch"));
    }

    /** Processes that wanted to run, mean of the last minute. */
    static double load() {
        return Double.parseDouble(lines(Path.of("/proc/loadavg")).getFirst().split(" ", 2)[0]);
    }

    private static Optional<String> field(Path file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new LintelException(
                    file + " cannot be read: " + e.getMessage(), "run it on Linux; a program may have ended");
        }
    }
}

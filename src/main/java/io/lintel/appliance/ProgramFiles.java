package io.lintel.appliance;

import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the program's files are those of its release, for the running door and for {@code lintel check}: every file that the release's
 * SHA256SUMS names is read, some 200 MB. Whoever can write there can write that file too: this finds damage and careless changes, and what
 * has been signed with the release is told by its signature alone.
 */
public final class ProgramFiles {

    static final String SUMS = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");
    private static final int NAMED = 3;
    private static final String REMEDY = "install the release again";

    private ProgramFiles() {}

    /** @param home of the installation @return empty where there is no release, as in a checkout */
    public static Optional<ComponentStatus> status(String component, Path home) {
        return status(component, home, () -> {});
    }

    /** @param afterEachBlock called after each 64 KB, for whoever does not want a whole processor */
    public static Optional<ComponentStatus> status(String component, Path home, Runnable afterEachBlock) {
        Path sums = home.resolve(SUMS);
        if (Files.notExists(sums)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(sums);
            List<String> faults = new ArrayList<>();
            for (String line : lines) {
                fault(home, line, afterEachBlock).ifPresent(faults::add);
            }
            return Optional.of(
                    faults.isEmpty() && !lines.isEmpty()
                            ? ComponentStatus.good(component, lines.size() + " files are the release's")
                            : ComponentStatus.bad(component, words(faults, sums), REMEDY));
        } catch (IOException e) {
            return Optional.of(ComponentStatus.bad(component, "cannot be read: " + e, REMEDY));
        }
    }

    private static Optional<String> fault(Path home, String line, Runnable afterEachBlock) throws IOException {
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            return Optional.of(SUMS + " has a line that is none");
        }
        String name = entry.group(2);
        try {
            return Sha256.of(home.resolve(name), afterEachBlock).equals(entry.group(1))
                    ? Optional.empty()
                    : Optional.of(name + " is altered");
        } catch (NoSuchFileException e) {
            return Optional.of(name + " is missing");
        }
    }

    private static String words(List<String> faults, Path sums) {
        if (faults.isEmpty()) {
            return sums + " is empty";
        }
        String named = String.join(", ", faults.subList(0, Math.min(NAMED, faults.size())));
        return faults.size() > NAMED ? named + " and " + (faults.size() - NAMED) + " more" : named;
    }
}

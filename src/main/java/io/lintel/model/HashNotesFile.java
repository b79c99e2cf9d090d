package io.lintel.model;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Notes in a file, under a message authentication code of this box. Notes that are missing, altered, another box's or unreadable are none: everything is
 * hashed then. Thread-safe; of two processes that write at the same time, one's notes are kept.
 */
public final class HashNotesFile implements HashNotes {

    /**
     * What was written more recently is not noted. Through a writable mapping, a file can be written for as long as its pages are dirty without a
     * new ctime, by default some 35 seconds; and two writes within one tick of the kernel's clock have the same.
     */
    static final Duration SETTLED = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(HashNotesFile.class.getName());

    /** Makes this box's message authentication codes. */
    @FunctionalInterface
    public interface Authentication {
        /** Empty while there is no key. */
        Optional<byte[]> code(byte[] message);
    }

    private final Path file;
    private final Authentication box;
    private final InstantSource clock;
    private Set<String> lines;

    /**
     * @param file outside the folder of the models
     */
    public HashNotesFile(Path file, Authentication box, InstantSource clock) {
        this.file = file;
        this.box = box;
        this.clock = clock;
        this.lines = read();
    }

    @Override
    public synchronized boolean hold(FileState state, String sha256) {
        return lines.contains(state.line(sha256));
    }

    @Override
    public synchronized void add(FileState state, String sha256) {
        if (state.changed().plus(SETTLED).isAfter(clock.instant())
                || state.file().toString().contains("\n")) {
            return;
        }
        lines.removeIf(line -> line.endsWith(" " + state.file()));
        lines.add(state.line(sha256));
        write();
    }

    private Set<String> read() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            int end = text.indexOf('\n') + 1;
            String noted = text.substring(end);
            return end > 0 && isOurs(text.substring(0, end - 1), noted)
                    ? new LinkedHashSet<>(noted.lines().toList())
                    : new LinkedHashSet<>();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the notes of hashed models cannot be read", e);
            return new LinkedHashSet<>();
        }
    }

    private boolean isOurs(String code, String noted) {
        return code(noted)
                .filter(ours -> MessageDigest.isEqual(
                        ours.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private Optional<String> code(String noted) {
        return box.code(noted.getBytes(StandardCharsets.UTF_8)).map(HexFormat.of()::formatHex);
    }

    private void write() {
        String noted = String.join("\n", lines) + "\n";
        Optional<String> code = code(noted);
        if (code.isEmpty()) {
            return;
        }
        try {
            AtomicFile.write(file, code.get() + "\n" + noted, AtomicFile.GROUP_READABLE);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the notes of hashed models cannot be written", e);
        }
    }
}

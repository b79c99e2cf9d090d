package io.lintel.door;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps lock-down and operator's orders over a restart in a small file of its own, so that a cut of the power does not lift a
 * lock-down, and so that the door needs no database for it. The schedule is not kept: it is told anew.
 *
 * <p>Register it with {@link DeliveryGuarantee#ESSENTIAL}.
 */
public final class ModeMemory implements DoorListener {

    private static final Logger LOG = System.getLogger(ModeMemory.class.getName());
    private static final String LOCK_DOWN = "lock-down=";
    private static final String OPERATOR = "operator=";

    private final Path file;

    public ModeMemory(Path file) {
        this.file = file;
    }

    /**
     * What was in force when the program ended; nothing on the first start. A file that cannot be read or understood
     * is a lock-down: it was perhaps one, and request-to-exit and fire work in it.
     */
    public DoorModes load() {
        if (!Files.exists(file)) {
            return DoorModes.NONE;
        }
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            LOG.log(Level.ERROR, "door modes file={0} cannot be read, locking down: {1}", file, unreadable.toString());
            return DoorModes.NONE.withLockDown(true);
        }
    }

    @Override
    public void onEvent(DoorEvent event) {
        DoorModes before = event.before().modes();
        DoorModes after = event.after().modes();
        if (before.lockDown() != after.lockDown() || before.operator() != after.operator()) {
            save(after);
        }
    }

    private DoorModes parse(List<String> lines) {
        try {
            boolean lockDown = switch (value(lines, LOCK_DOWN)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("lock-down is neither true nor false");
            };
            return new DoorModes(false, lockDown, OperatorOrder.valueOf(value(lines, OPERATOR)), false);
        } catch (IllegalArgumentException damaged) {
            LOG.log(Level.ERROR, "door modes file={0} is damaged, locking down: {1}", file, damaged.getMessage());
            return DoorModes.NONE.withLockDown(true);
        }
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(key.length()))
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private void save(DoorModes modes) {
        String text = LOCK_DOWN + modes.lockDown() + "\n" + OPERATOR + modes.operator() + "\n";
        try {
            AtomicFile.write(file, text, AtomicFile.GROUP_READABLE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

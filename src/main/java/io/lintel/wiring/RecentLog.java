package io.lintel.wiring;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The program's last log lines of this run, in memory: the page This box shows them without a right to read the box's whole journal.
 * Thread-safe.
 */
public final class RecentLog extends ExtHandler {

    private static final int MOST = 500;
    private static final int LONGEST = 500;

    /** Not made before it is wanted: the native image would keep one of the build machine. */
    private static volatile @Nullable RecentLog installed;

    private final Deque<Line> lines = new ArrayDeque<>();

    RecentLog() {}

    /** @param level as people know it: ERROR, WARN, INFO */
    public record Line(Instant at, String level, String text) {}

    static void install() {
        RecentLog recent = new RecentLog();
        recent.setLevel(Level.INFO);
        InitialConfigurator.DELAYED_HANDLER.addHandler(recent);
        installed = recent;
    }

    /** The newest last. */
    public static List<Line> ofThisRun() {
        RecentLog recent = installed;
        return recent == null ? List.of() : recent.lines();
    }

    List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    protected void doPublish(ExtLogRecord said) {
        String text = said.getFormattedMessage();
        Throwable thrown = said.getThrown();
        if (thrown != null) {
            text += " – " + thrown;
        }
        Line line = new Line(
                said.getInstant(), level(said.getLevel()), text.substring(0, Math.min(LONGEST, text.length())));
        synchronized (lines) {
            if (lines.size() == MOST) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    private static String level(Level level) {
        int value = level.intValue();
        return value >= Level.SEVERE.intValue() ? "ERROR" : value >= Level.WARNING.intValue() ? "WARN" : "INFO";
    }
}

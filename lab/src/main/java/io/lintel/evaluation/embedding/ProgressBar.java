package io.lintel.evaluation.embedding;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says on one line how far a long piece of work is; where nobody sees it move, a line each tenth. Thread-safe. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();

    private final PrintWriter out;
    private final boolean moving;
    private final String what;
    private final int total;
    private final long began = System.nanoTime();
    private int done;
    private int free;
    private long drawn;

    /**
     * @param moving whether out is a terminal
     * @param what is counted, in the plural
     */
    public ProgressBar(PrintWriter out, boolean moving, String what, int total) {
        this.out = out;
        this.moving = moving;
        this.what = what;
        this.total = total;
    }

    /** @param cached whether it cost nothing, so that it says nothing about the time that the rest takes */
    public synchronized void step(boolean cached) {
        done++;
        free += cached ? 1 : 0;
        long now = System.nanoTime();
        if (moving ? now - drawn >= REDRAW_NANOS || done == total : done * 10L / total > (done - 1) * 10L / total) {
            drawn = now;
            String line = line(now - began);
            out.print(moving ? "\r" + line + (done == total ? "\n" : "") : line + "\n");
            out.flush();
        }
    }

    private String line(long nanos) {
        int filled = (int) ((long) WIDTH * done / total);
        StringBuilder line = new StringBuilder("[")
                .repeat('=', filled)
                .repeat(' ', WIDTH - filled)
                .append(String.format(Locale.ROOT, "] %d of %d %s", done, total, what));
        int worked = done - free;
        if (worked > 0) {
            double rate = worked / (nanos / 1e9);
            line.append(String.format(Locale.ROOT, ", %.1f a second, %.0f s left  ", rate, (total - done) / rate));
        }
        return line.toString();
    }
}

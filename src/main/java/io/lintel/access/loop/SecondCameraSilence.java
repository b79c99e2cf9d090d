package io.lintel.access.loop;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Since when a second camera has given no answer to the questions of the loop, and why. Written by the loop's thread; {@link #lasting} from any.
 */
public final class SecondCameraSilence {

    private static final System.Logger LOG = System.getLogger(SecondCameraSilence.class.getName());

    /** Far longer than the pause of any pulsed light, or of a camera that is busy. */
    private static final Duration LASTING = Duration.ofSeconds(1);

    /** Why there is no answer. */
    public enum Cause {
        NO_PICTURE("gives no picture of the moment", "check its power, cable and network"),
        DARK("delivers dark pictures only", "check its infrared light: power, cable, and whether it is switched on");

        private final String words;
        private final String remedy;

        Cause(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
        }

        /** What the second camera does. */
        public String words() {
            return words;
        }

        public String remedy() {
            return remedy;
        }
    }

    private boolean began;
    private long beganNanos;
    private long newestNanos;
    private volatile @Nullable Cause lasting;

    /** A question got no answer. */
    void noted(Cause cause, long now) {
        // while nobody stands there nothing is asked: what was before does not count
        if (!began || now - newestNanos > LASTING.toNanos()) {
            began = true;
            beganNanos = now;
        }
        newestNanos = now;
        if (lasting == null && now - beganNanos > LASTING.toNanos()) {
            LOG.log(Level.WARNING, "second camera: it {0}; {1}", cause.words(), cause.remedy());
            lasting = cause;
        }
    }

    /** A question was answered. */
    void ended() {
        began = false;
        if (lasting != null) {
            LOG.log(Level.INFO, "second camera: it answers again");
            lasting = null;
        }
    }

    /** Why it has answered nothing for a second of asking and more, until it answers again; null while it answers. */
    public @Nullable Cause lasting() {
        return lasting;
    }
}

package io.lintel.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param key names it for programs, with its unit where it has one: {@code tar-at-fmr-1e-4}
 * @param label names it for people
 * @param rate where the number is a share of trials: brings its interval
 */
public record Figure(
        String key, String label, double value, @Nullable Rate rate) {

    static Figure of(String key, String label, double value) {
        return new Figure(key, label, value, null);
    }

    static Figure of(String key, String label, Rate rate) {
        return new Figure(key, label, rate.value(), rate);
    }

    @Override
    public String toString() {
        if (rate == null) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
            return String.format(Locale.ROOT, whole ? "%-58s %8.0f" : "%-58s %8.3f", label, value);
        }
        return String.format(
                Locale.ROOT,
                "%-58s %8.3f %%  [%.3g %%, %.3g %%]  %d of %d",
                label,
                100 * value,
                100 * rate.low(),
                100 * rate.high(),
                rate.events(),
                rate.trials());
    }
}

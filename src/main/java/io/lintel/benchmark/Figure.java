package io.lintel.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param key names it for programs, with its unit where it has one: {@code tar-at-fmr-1e-4}
 * @param label names it for people
 * @param value not a number where there was nothing to measure
 * @param rate where the number is a share of trials: brings its interval
 * @param interval of another number than a share, where it is known
 */
public record Figure(
        String key,
        String label,
        double value,
        @Nullable Rate rate,
        @Nullable Interval interval) {

    public static Figure of(String key, String label, double value) {
        return new Figure(key, label, value, null, null);
    }

    public static Figure of(String key, String label, double value, Interval interval) {
        return new Figure(key, label, value, null, interval);
    }

    public static Figure of(String key, String label, Rate rate) {
        return new Figure(key, label, rate.value(), rate, null);
    }

    public boolean isKnown() {
        return Double.isFinite(value);
    }

    @Override
    public String toString() {
        if (!isKnown()) {
            return String.format(Locale.ROOT, "%-58s not measured: there is no data for it", label);
        }
        if (rate == null) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
            String number = String.format(Locale.ROOT, whole ? "%-58s %8.0f" : "%-58s %8.3f", label, value);
            return interval == null
                    ? number
                    : number + String.format(Locale.ROOT, "  [%.5g, %.5g]", interval.low(), interval.high());
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

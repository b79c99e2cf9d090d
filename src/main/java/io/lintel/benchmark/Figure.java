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
 * @param interval where it is known; of a share it replaces the rate's own
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

    /** A share whose interval is known better than {@link Rate} does, from which people its trials are. */
    public static Figure of(String key, String label, Rate rate, Interval interval) {
        return new Figure(key, label, rate.value(), rate, interval);
    }

    /** The 95 % interval of a share or another number; null where none is known. */
    public @Nullable Interval bounds() {
        return interval != null || rate == null ? interval : new Interval(rate.low(), rate.high());
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
        Interval bounds = interval == null ? new Interval(rate.low(), rate.high()) : interval;
        return String.format(
                Locale.ROOT,
                "%-58s %8s %%  [%.3g %%, %.3g %%]  %d of %d",
                label,
                String.format(Locale.ROOT, value > 0 && value < 1e-4 ? "%.2g" : "%.3f", 100 * value),
                100 * bounds.low(),
                100 * bounds.high(),
                rate.events(),
                rate.trials());
    }
}

package io.lintel.lab.peers;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Median, least and greatest of some numbers, at least one. */
record Spread(double median, double least, double greatest) {

    static Spread of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Three significant digits: {@code 6.61 [5.88-19.0]}. */
    @Override
    public String toString() {
        return "%s [%s-%s]".formatted(threeDigits(median), threeDigits(least), threeDigits(greatest));
    }

    static String threeDigits(double value) {
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.max(Math.abs(value), 1e-4))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}

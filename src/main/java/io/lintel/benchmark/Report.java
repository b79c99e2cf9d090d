package io.lintel.benchmark;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param limits what the figures do not say, one sentence each
 * @param missing what could not be measured and what that would take, one sentence each
 */
public record Report(String title, List<Figure> figures, List<String> limits, List<String> missing) {

    public Report {
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
        missing = List.copyOf(missing);
    }

    /** One in which nothing is missing. */
    public Report(String title, List<Figure> figures, List<String> limits) {
        this(title, figures, limits, List.of());
    }

    /** @throws IllegalArgumentException if there is no such figure */
    public Figure figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure " + key + " in " + title));
    }
}

package io.lintel.evaluation;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param limits what the figures do not say, one sentence each
 */
public record Report(String title, List<Figure> figures, List<String> limits) {

    public Report {
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
    }

    /** @throws IllegalArgumentException if there is no such figure */
    public Figure figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure " + key + " in " + title));
    }
}

package io.lintel.admin.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code make evaluate ARGS=--json} wrote when this version was made: numbers only, no pictures. Immutable. */
final class MeasuredReport {

    private static final String RESOURCE = "/measured/pad.json";

    private final JsonNode document;

    private MeasuredReport(JsonNode document) {
        this.document = document;
    }

    static MeasuredReport read() {
        try (InputStream in = MeasuredReport.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LintelException(RESOURCE + " is missing from this build", "install Lintel anew");
            }
            return new MeasuredReport(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new LintelException(RESOURCE + " cannot be read: " + e.getMessage(), "install Lintel anew", e);
        }
    }

    /** The day of the measurement. */
    String date() {
        return document.path("measured").asText();
    }

    /** Title and limits of each part. */
    List<String> titles() {
        List<String> titles = new ArrayList<>();
        document.path("reports")
                .forEach(report -> titles.add(report.path("title").asText()));
        return titles;
    }

    List<String> limits() {
        List<String> limits = new ArrayList<>();
        document.path("reports").forEach(report -> report.path("limits").forEach(limit -> limits.add(limit.asText())));
        return limits.stream().distinct().toList();
    }

    /** A share with its interval, if it was measured. */
    Optional<Share> share(String key) {
        return figure(key)
                .filter(figure -> figure.has("trials"))
                .map(figure -> new Share(
                        figure.path("value").asDouble(),
                        figure.path("low").asDouble(),
                        figure.path("high").asDouble(),
                        figure.path("events").asLong(),
                        figure.path("trials").asLong()));
    }

    Optional<Double> number(String key) {
        return figure(key).map(figure -> figure.path("value").asDouble());
    }

    private Optional<JsonNode> figure(String key) {
        for (JsonNode report : document.path("reports")) {
            JsonNode figure = report.path("figures").path(key);
            if (!figure.isMissingNode()) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /** How often something happened, 0 to 1, with its 95 % interval. */
    record Share(double value, double low, double high, long events, long trials) {

        String percent() {
            return percent(value);
        }

        String interval() {
            return percent(low) + " to " + percent(high);
        }

        String counts() {
            return events + " of " + trials;
        }

        static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }
    }
}

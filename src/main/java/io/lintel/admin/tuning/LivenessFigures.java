package io.lintel.admin.tuning;

import io.lintel.access.evidence.LivenessLevel;
import io.lintel.admin.tuning.Chart.Place;
import io.lintel.admin.tuning.MeasuredReport.Share;
import io.lintel.admin.tuning.TuningView.LevelRow;
import io.lintel.admin.tuning.TuningView.Row;
import io.lintel.admin.tuning.TuningView.SignalRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured of liveness, as rows and a chart of the tuning page. */
final class LivenessFigures {

    private static final double[] LEVELS = {
        0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95
    };

    private LivenessFigures() {}

    static String word(double level) {
        return Arrays.stream(LivenessLevel.values())
                .filter(each -> each.level() == level)
                .map(LivenessLevel::word)
                .findFirst()
                .orElseGet(() -> String.format(Locale.ROOT, "%.2f", level));
    }

    static String meaning(double level, MeasuredReport report) {
        if (Double.isNaN(level)) {
            return "Nothing is asked of a face but to be recognised: a photo of an enrolled person opens this door.";
        }
        String measured = at(level);
        return report.share("apcer-at-" + measured)
                .flatMap(accepted -> report.share("bpcer-at-" + measured)
                        .map(refused -> "At this level " + accepted.counts()
                                + " frames of printed photos were taken for live, and "
                                + refused.counts() + " frames of live people (" + refused.percent()
                                + ") for photos. A visit has many frames, so a refused one costs time, rarely entry."))
                .orElse("");
    }

    /** The nearest level that was measured. */
    private static String at(double level) {
        double nearest = Arrays.stream(LEVELS)
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(a - level), Math.abs(b - level)))
                .orElse(level);
        return String.valueOf(nearest);
    }

    static List<LevelRow> levels(double inForce, MeasuredReport report) {
        List<LevelRow> rows = new ArrayList<>();
        for (LivenessLevel each : LivenessLevel.values()) {
            String measured = at(each.level());
            String accepted =
                    report.share("apcer-at-" + measured).map(Share::percent).orElse("-");
            String refused =
                    report.share("bpcer-at-" + measured).map(Share::percent).orElse("-");
            String interval =
                    report.share("bpcer-at-" + measured).map(Share::interval).orElse("");
            rows.add(new LevelRow(
                    each.word(),
                    String.format(Locale.ROOT, "%.2f", each.level()),
                    accepted,
                    refused,
                    interval,
                    each.level() == inForce));
        }
        return rows;
    }

    static List<Row> species(MeasuredReport report) {
        List<Row> rows = new ArrayList<>();
        add(rows, report, "apcer-at-0.5", "Printed photos, frames taken for live (APCER)");
        add(rows, report, "tvl-replay-accepted", "Screen replay of one person, frames taken for live: a demonstration");
        add(rows, report, "apcer-replay", "Screen replays, frames taken for live (APCER)");
        add(rows, report, "apcer-mask", "Masks, frames taken for live (APCER)");
        add(rows, report, "bpcer-at-0.5", "Live people, frames taken for an attack (BPCER)");
        return rows;
    }

    static List<Row> visits(MeasuredReport report) {
        List<Row> rows = new ArrayList<>();
        add(rows, report, "print-opens", "Visits with a printed photo that opened");
        add(rows, report, "print-starts-open", "Starting points of clips of printed photos that opened");
        add(rows, report, "replay-starts-open", "Starting points of clips of screen replays that opened");
        add(rows, report, "live-granted", "Visits of live enrolled people that were granted");
        add(rows, report, "live-starts-granted", "Starting points of clips of live people that were granted");
        add(rows, report, "others-open", "Visits of live people who are not enrolled that opened");
        report.number("live-median-s")
                .ifPresent(seconds -> rows.add(
                        new Row("Time to the grant, median", String.format(Locale.ROOT, "%.1f s", seconds), "", "")));
        report.number("extra-median-ms")
                .ifPresent(millis -> rows.add(new Row(
                        "Extra time that liveness takes, median",
                        String.format(Locale.ROOT, "%.1f s", millis / 1000),
                        "",
                        "")));
        return rows;
    }

    private static void add(List<Row> rows, MeasuredReport report, String key, String what) {
        report.share(key)
                .ifPresent(share -> rows.add(new Row(what, share.percent(), share.interval(), share.counts())));
    }

    static List<SignalRow> signals(MeasuredReport report) {
        List<SignalRow> rows = new ArrayList<>();
        String[][] names = {
            {"track-networks", "Both networks, as the door weighs them"},
            {"track-network-a", "Network with the narrow crop"},
            {"track-network-b", "Network with the wide crop"},
            {"track-surround-motion", "Motion of the face against its surroundings"},
            {"track-fine-detail", "Fine detail (spectrum)"},
            {"track-moire", "Peaks in the spectrum (moire)"},
            {"track-sharpness", "Sharpness"},
            {"track-straight-edges", "Straight edges around the face"},
            {"track-micro-motion", "Small motion within the face"},
            {"track-saturation", "Saturation of the skin"},
            {"track-blink", "Blinking"},
            {"track-chroma", "Spread of the skin's colour"},
            {"track-plane-motion", "Landmarks that do not move as one plane"},
            {"track-fused-without-model", "All that need no model, together"},
            {"track-fused", "Networks and all others, together"},
        };
        for (String[] name : names) {
            report.share(name[0] + "-apcer-at-5")
                    .ifPresent(accepted -> report.share(name[0] + "-bpcer-at-5")
                            .ifPresent(refused ->
                                    rows.add(new SignalRow(name[1], accepted.percent(), refused.percent()))));
        }
        return rows;
    }

    static Chart tradeOff(double level, MeasuredReport report) {
        List<Place> accepted = new ArrayList<>();
        List<Place> refused = new ArrayList<>();
        List<Place> refusedHigh = new ArrayList<>();
        for (double each : LEVELS) {
            report.share("apcer-at-" + each).ifPresent(share -> accepted.add(new Place(each, 100 * share.value())));
            report.share("bpcer-at-" + each).ifPresent(share -> {
                refused.add(new Place(each, 100 * share.value()));
                refusedHigh.add(new Place(each, 100 * share.high()));
            });
        }
        Chart.Builder chart = new Chart.Builder(0, 1, 0, 30)
                .line("Live frames refused, upper end of the interval", "interval", refusedHigh)
                .line("Live frames refused (BPCER)", "refused", refused)
                .line("Printed photos accepted (APCER)", "accepted", accepted);
        for (double x = 0; x <= 1.001; x += 0.2) {
            chart.tickAcross(x, String.format(Locale.ROOT, "%.1f", x));
        }
        for (int y = 0; y <= 30; y += 10) {
            chart.tickUp(y, y + " %");
        }
        for (LivenessLevel each : LivenessLevel.values()) {
            chart.mark(each.level(), each.word(), each.level() == level ? "force" : "other");
        }
        return chart.build("Frames refused and accepted by the level of liveness", "Level", "Share of frames");
    }
}

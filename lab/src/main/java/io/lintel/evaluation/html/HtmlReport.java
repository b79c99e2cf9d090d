package io.lintel.evaluation.html;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.recognition.LabelledFace;
import io.lintel.evaluation.recognition.RecognitionResult;
import io.lintel.evaluation.statistics.Comparisons;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An evaluation as one HTML file that needs nothing else: no script, no font, no picture from elsewhere, and no picture of a person. */
public final class HtmlReport {

    private static final int HARDEST = 15;
    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;max-width:1120px;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
            table{border-collapse:collapse;margin:.6rem 0 1.6rem}td,th{padding:.15rem .7rem;text-align:right;border-bottom:1px solid #ddd}
            td:first-child,th:first-child{text-align:left}figure{display:inline-block;width:520px;max-width:100%;margin:.4rem 0}
            figcaption{color:#444;font-size:13px}svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif}.grid{stroke:#e4e4e4}
            li{margin:.15rem 0}
            """;

    private final RecognitionResult result;

    public HtmlReport(RecognitionResult result) {
        this.result = result;
    }

    /** @param date of the measurement */
    public String document(LocalDate date) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>")
                .append(Html.text(result.data().dataset().title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>How often recognition errs</h1>\n<p>")
                .append(Html.text(result.data().dataset().title() + ", measured " + date))
                .append("</p>\n");
        result.reports().forEach(report -> page.append(table(report)));
        CurvePlots curves = new CurvePlots(result.comparisons());
        page.append("<h2>Errors and scores</h2>\n")
                .append(curves.det())
                .append(curves.errors())
                .append(curves.scores())
                .append("<h2>The data</h2>\n")
                .append(new DataPlots(result.data()).svg())
                .append("<h2>Map of the embeddings</h2>\n")
                .append(new EmbeddingMap(result.faces()).svg())
                .append(labelErrors())
                .append("<h2>The hardest pairs</h2>\n")
                .append(pairs(
                        "One person, lowest scores",
                        result.comparisons().genuine().reversed()))
                .append(pairs(
                        "Different people, highest scores", result.comparisons().impostorTail()));
        return page.append("</body></html>\n").toString();
    }

    private static String table(Report report) {
        StringBuilder rows = new StringBuilder("<h2>" + Html.text(report.title())
                + "</h2>\n<table><tr><th>figure<th>value<th>95 % interval<th>sample</tr>\n");
        report.figures().forEach(figure -> rows.append(row(figure)));
        rows.append("</table>\n<ul>");
        Stream.concat(report.missing().stream(), report.limits().stream())
                .forEach(each -> rows.append("<li>").append(Html.text(each)));
        return rows.append("</ul>\n").toString();
    }

    private static String row(Figure figure) {
        if (!figure.isKnown()) {
            return "<tr><td>" + Html.text(figure.label()) + "<td>not measured<td><td></tr>\n";
        }
        double unit = figure.rate() == null ? 1 : 100;
        String percent = figure.rate() == null ? "" : " %";
        String interval =
                figure.bounds() == null || !Double.isFinite(figure.bounds().low())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%.4g to %.4g%s",
                                unit * figure.bounds().low(),
                                unit * figure.bounds().high(),
                                percent);
        String sample = figure.rate() == null
                ? ""
                : figure.rate().events() + " of " + figure.rate().trials();
        return String.format(
                Locale.ROOT,
                "<tr><td>%s<td>%s%s<td>%s<td>%s</tr>%n",
                Html.text(figure.label()),
                figure.value() == Math.rint(figure.value())
                        ? String.format(Locale.ROOT, "%.0f", unit * figure.value())
                        : String.format(Locale.ROOT, "%.4g", unit * figure.value()),
                percent,
                interval,
                sample);
    }

    private String labelErrors() {
        if (result.errors().sameUnderTwoNames().isEmpty()
                && result.errors().wrongPictures().isEmpty()) {
            return "<h2>Likely label errors</h2>\n<p>None.</p>\n";
        }
        return "<h2>Likely label errors</h2>\n<ul>"
                + Stream.concat(
                                result.errors().sameUnderTwoNames().stream().map(Object::toString),
                                result.errors().wrongPictures().stream().map(Object::toString))
                        .map(each -> "<li>" + Html.text(each))
                        .collect(Collectors.joining("\n"))
                + "</ul>\n";
    }

    private String pairs(String title, List<Comparisons.Pair> pairs) {
        return "<h3>" + title + "</h3>\n<table><tr><th>picture<th>picture<th>score</tr>\n"
                + pairs.stream()
                        .limit(HARDEST)
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "<tr><td>%s<td>%s<td>%.3f</tr>",
                                name(pair.first()),
                                name(pair.second()),
                                pair.score()))
                        .collect(Collectors.joining("\n"))
                + "</table>\n";
    }

    private String name(int row) {
        LabelledFace face = result.faces().get(row);
        return Html.text(face.picture());
    }
}

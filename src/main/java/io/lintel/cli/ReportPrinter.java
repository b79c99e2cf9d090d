package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Interval;
import io.lintel.benchmark.Report;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Measurements as an answer: a table for people, a document for programs. */
public final class ReportPrinter {

    private ReportPrinter() {}

    public static void answer(List<Report> reports, Console console) {
        console.answer(document(reports), out -> reports.forEach(report -> print(report, out)));
    }

    private static void print(Report report, PrintWriter out) {
        out.println(report.title());
        report.figures().forEach(figure -> out.println("  " + figure));
        report.missing().forEach(missing -> out.println("  missing: " + missing));
        report.limits().forEach(limit -> out.println("  " + limit));
        out.println();
    }

    private static ObjectNode document(List<Report> reports) {
        ObjectNode document =
                Console.object().put("measured", LocalDate.now(ZoneOffset.UTC).toString());
        ArrayNode array = document.putArray("reports");
        for (Report report : reports) {
            ObjectNode node = array.addObject().put("title", report.title());
            ObjectNode figures = node.putObject("figures");
            report.figures().forEach(figure -> put(figures.putObject(figure.key()), figure));
            ArrayNode limits = node.putArray("limits");
            report.limits().forEach(limits::add);
            ArrayNode missing = node.putArray("missing");
            report.missing().forEach(missing::add);
        }
        return document;
    }

    private static void put(ObjectNode node, Figure figure) {
        node.put("label", figure.label().strip());
        if (!figure.isKnown()) {
            node.putNull("value");
            return;
        }
        node.put("value", figure.value());
        Interval bounds = figure.bounds();
        if (bounds != null) {
            node.put("low", bounds.low()).put("high", bounds.high());
        }
        if (figure.rate() != null) {
            node.put("events", figure.rate().events())
                    .put("trials", figure.rate().trials());
        }
    }
}

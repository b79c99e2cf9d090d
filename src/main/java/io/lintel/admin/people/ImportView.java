package io.lintel.admin.people;

import io.lintel.gallery.bulk.ImportEntry;
import io.lintel.gallery.bulk.ImportReport;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An import's report as the page shows it.
 *
 * @param problems what was not enrolled, first
 * @param fine what was, after that
 * @param more lines of these that are not shown
 */
@TemplateData
public record ImportView(Progress progress, String stopped, List<Line> problems, List<Line> fine, int more) {

    /** A page of more lines than this is read by nobody. */
    private static final int MOST = 1000;

    /** How far it is. */
    @TemplateData
    @RegisterForReflection
    public record Progress(int files, int done, int people, int refused, int percent, boolean over) {}

    /** One file. @param person address of who was enrolled; empty for nobody */
    @TemplateData
    public record Line(String path, String result, String style, String detail, String person) {

        static Line of(ImportEntry entry) {
            return switch (entry.result()) {
                case ENROLLED ->
                    new Line(entry.path(), "enrolled", "good", entry.detail(), "/admin/people/" + entry.person());
                case REFUSED -> new Line(entry.path(), "refused", "bad", entry.detail(), "");
                case NOT_STORED -> new Line(entry.path(), "not stored", "warning", entry.detail(), "");
                case SKIPPED -> new Line(entry.path(), "left out", "", entry.detail(), "");
            };
        }
    }

    static ImportView of(ImportReport report) {
        List<Line> problems = report.entries().stream()
                .filter(entry -> entry.result() != ImportEntry.Result.ENROLLED)
                .limit(MOST)
                .map(Line::of)
                .toList();
        List<Line> fine = report.entries().stream()
                .filter(entry -> entry.result() == ImportEntry.Result.ENROLLED)
                .limit(MOST)
                .map(Line::of)
                .toList();
        return new ImportView(
                new Progress(
                        report.files(),
                        report.done(),
                        report.people(),
                        report.refused(),
                        (int) Math.floor(100 * report.progress()),
                        report.over()),
                report.stopped(),
                problems,
                fine,
                report.entries().size() - problems.size() - fine.size());
    }
}

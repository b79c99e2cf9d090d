package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.Consent;
import io.lintel.gallery.bulk.FolderSource;
import io.lintel.gallery.bulk.ImportEntry;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ImportReport;
import io.lintel.gallery.bulk.ImportSource;
import io.lintel.gallery.bulk.PeopleImport;
import io.lintel.gallery.bulk.ZipSource;
import io.lintel.service.PeopleImportService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Enrol many people from a folder or a ZIP: Name/1.jpg or Name.jpg, and a people.csv with dates and groups "
                        + "if you like. Each person is enrolled whole or not at all; whoever is enrolled already is left out.")
final class PeopleImportCommand implements Callable<Integer> {

    private static final Duration REMARK_EVERY = Duration.ofSeconds(2);

    @Parameters(index = "0", paramLabel = "FOLDER|ZIP", description = "Where the pictures are.")
    Path from = Path.of("");

    @Option(
            names = "--consent",
            paramLabel = "PURPOSE",
            description = "Record that all of them have agreed, now, and what for.")
    @Nullable
    String consent;

    @Option(names = "--keep-days", paramLabel = "DAYS", description = PeopleAddCommand.KEEP_DAYS)
    @Nullable
    Integer keepDays;

    @Option(
            names = "--allow-look-alike",
            description = "People who look like somebody enrolled are somebody else all the same.")
    boolean allowLookAlike;

    private final ServiceRunner runner;
    private final Console console;

    PeopleImportCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(PeopleImportService.class, imports -> {
            ImportSource source = Files.isDirectory(from)
                    ? FolderSource.open(from, ImportLimits.DEFAULT)
                    : ZipSource.open(from, ImportLimits.DEFAULT);
            Consent agreed = PeopleAddCommand.consent(consent, keepDays);
            PeopleImport work = imports.prepare(Actor.CLI, source, new ImportOptions(allowLookAlike, agreed));
            Thread remarks = Thread.ofVirtual().start(() -> remark(work));
            work.run();
            remarks.interrupt();
            return answer(work.report());
        });
    }

    private void remark(PeopleImport work) {
        try {
            while (true) {
                Thread.sleep(REMARK_EVERY);
                ImportReport now = work.report();
                console.remark(now.done() + " of " + now.files() + " files, " + now.people() + " people enrolled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(ImportReport report) {
        ObjectNode document = Console.object()
                .put("files", report.files())
                .put("enrolled", report.people())
                .put("refused", report.refused())
                .put("stopped", report.stopped());
        ArrayNode list = document.putArray("report");
        report.entries()
                .forEach(entry -> list.addObject()
                        .put("file", entry.path())
                        .put("result", word(entry))
                        .put("detail", entry.detail())
                        .put(
                                "person",
                                entry.person() == null ? null : entry.person().value()));
        console.answer(document, out -> {
            report.entries()
                    .forEach(entry -> out.println(word(entry) + "  " + entry.path()
                            + (entry.detail().isEmpty() ? "" : ": " + entry.detail())));
            out.println(report.people() + " people enrolled, " + report.refused() + " refused");
            if (!report.stopped().isEmpty()) {
                out.println("stopped: " + report.stopped());
            }
        });
        return report.refused() == 0 && report.stopped().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String word(ImportEntry entry) {
        return entry.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

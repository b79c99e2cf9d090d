package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.backup.BackupKey;
import io.lintel.config.SecretFile;
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
import io.lintel.service.PeopleTransferService;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Enrol many people from a folder or a ZIP: Name/1.jpg or Name.jpg, and a people.csv with dates and groups "
                        + "if you like. Each person is enrolled whole or not at all; whoever is enrolled already is left out. "
                        + "The exit code is 0 when somebody was enrolled and nobody refused.")
final class PeopleImportCommand implements Callable<Integer> {

    private static final Duration REMARK_EVERY = Duration.ofSeconds(2);

    @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER|ZIP", description = "Where the pictures are.")
    @Nullable
    Path from;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "What opens a file of 'people export': the passphrase or the AGE-SECRET-KEY-1... line; mode 0600.")
    @Nullable
    Path key;

    @Option(names = "--dry-run", description = "With --key-file: only say what would become of each person.")
    boolean dryRun;

    @Option(
            names = "--undo",
            paramLabel = "ROW",
            description =
                    "Take an import back as a whole: delete for good who came with it. An import says the number.")
    @Nullable
    Long undo;

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
        Path place = from;
        Long row = undo;
        if ((place == null) == (row == null)) {
            throw new LintelException("say what to import, or what to take back", "give a folder, a ZIP or --undo ROW");
        }
        if (dryRun && key == null) {
            throw new LintelException("a dry run is for files of 'people export'", "give --key-file, too");
        }
        if (place != null && key != null) {
            Path file = place;
            BackupKey.Opening opening =
                    BackupKey.opening(new SecretFile("--key-file", Optional.of(key), "none").read());
            return runner.run(
                    PeopleTransferService.class,
                    transfers -> answer(transfers.read(CommandLineUser.CLI, file, opening, dryRun, allowLookAlike)));
        }
        return runner.run(PeopleImportService.class, imports -> {
            if (place == null) {
                return undo(imports, row);
            }
            ImportSource source = Files.isDirectory(place)
                    ? FolderSource.open(place, ImportLimits.DEFAULT)
                    : ZipSource.open(place, ImportLimits.DEFAULT);
            Consent agreed = PeopleAddCommand.consent(consent, keepDays);
            PeopleImport work = imports.prepare(CommandLineUser.CLI, source, new ImportOptions(allowLookAlike, agreed));
            Thread remarks = Thread.ofVirtual().start(() -> remark(work));
            work.run();
            remarks.interrupt();
            int code = answer(work.report());
            if (work.report().people() > 0) {
                imports.past().stream()
                        .findFirst()
                        .ifPresent(
                                past -> console.remark("to take it back: lintel people import --undo " + past.row()));
            }
            return code;
        });
    }

    private int undo(PeopleImportService imports, @Nullable Long row) {
        int gone = imports.undo(CommandLineUser.CLI, row == null ? 0 : row).size();
        console.answer(
                Console.object().put("deleted", gone), out -> out.println(Counted.people(gone) + " deleted for good"));
        return ExitCode.OK;
    }

    private void remark(PeopleImport work) {
        try {
            ProgressLine line = new ProgressLine();
            while (true) {
                Thread.sleep(REMARK_EVERY);
                ImportReport now = work.report();
                line.next(now.done() + " of " + Counted.of(now.files(), "file") + ", " + Counted.people(now.people())
                                + " enrolled")
                        .ifPresent(console::remark);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(List<ImportEntry> people) {
        int enrolled = (int) people.stream()
                .filter(entry -> entry.result() == ImportEntry.Result.ENROLLED)
                .count();
        int refused = (int) people.stream()
                .filter(entry -> entry.result() == ImportEntry.Result.REFUSED)
                .count();
        return answer(new ImportReport(people.size(), people.size(), enrolled, refused, true, "", people));
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
            out.println(Counted.people(report.people()) + " enrolled, " + report.refused() + " refused");
            if (!report.stopped().isEmpty()) {
                out.println("stopped: " + report.stopped());
            }
        });
        return report.people() > 0 && report.refused() == 0 && report.stopped().isEmpty()
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private static String word(ImportEntry entry) {
        return entry.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.service.LogService;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lintel audit}: who came when, and why they were (not) let in. */
@Command(name = "audit", description = "Read, export and verify the audit log.", synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new Show(runner, console))
                .addSubcommand(new Export(runner, console))
                .addSubcommand(new AuditEvidenceCommand(runner, console))
                .addSubcommand(new AuditVerifyCommand(runner, console))
                .addSubcommand(new AuditKeyCommand(runner, console))
                .addSubcommand(new AuditEraseCommand(runner, console));
    }

    /** The same restrictions for reading and exporting. */
    static final class Filter {

        @Option(
                names = "--kind",
                split = ",",
                paramLabel = "KIND",
                description = "Only these kinds, separated by commas: ${COMPLETION-CANDIDATES}.")
        Set<AuditKind> kinds = EnumSet.noneOf(AuditKind.class);

        @Option(names = "--person", paramLabel = "ID", description = "Only what is about this person.")
        @Nullable
        Long person;

        @Option(names = "--reason", paramLabel = "CODE", description = "Only this reason, such as unknown or spoof.")
        @Nullable
        String reason;

        @Option(names = "--from", paramLabel = "TIME", description = "From this time on, such as 2026-11-22T06:00:00Z.")
        @Nullable
        Instant from;

        @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
        @Nullable
        Instant to;

        @Option(names = "--text", paramLabel = "WORDS", description = "Only what holds these words in its details.")
        @Nullable
        String text;

        AuditFilter filter() {
            return new AuditFilter(kinds, person, reason, from, to, text);
        }
    }

    @Command(name = "list", description = "Show the newest events, the newest first.")
    static final class Show implements Callable<Integer> {

        @Mixin
        Filter filter = new Filter();

        @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
        int limit = 50;

        @Option(names = "--before", paramLabel = "SEQ", description = "Go on into the past from this number.")
        long before = Long.MAX_VALUE;

        private final ServiceRunner runner;
        private final Console console;

        Show(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(LogService.class, log -> {
                AuditPage page = log.page(filter.filter(), before, null, limit);
                ArrayNode events = Console.object().arrayNode();
                page.rows().forEach(row -> events.add(json(row)));
                ObjectNode document = Console.object();
                document.set("events", events);
                document.put("next", page.next());
                console.answer(document, out -> print(page, out));
                return ExitCode.OK;
            });
        }

        private static void print(AuditPage page, PrintWriter out) {
            for (AuditRow row : page.rows()) {
                AuditEvent event = row.event();
                out.printf(
                        "%8d  %s  %-16s %-14s %-8s %s%n",
                        row.seq(),
                        row.at(),
                        event.kind(),
                        event.reason() == null ? "" : event.reason(),
                        event.person() == null ? "" : "person " + event.person(),
                        event.actor());
            }
            if (page.next() != null) {
                out.println("more: --before " + page.next());
            }
        }

        private static ObjectNode json(AuditRow row) {
            AuditEvent event = row.event();
            return Console.object()
                    .put("seq", row.seq())
                    .put("at", row.at().toString())
                    .put("kind", event.kind().name())
                    .put("person", event.person())
                    .put("reason", event.reason())
                    .put("actor", event.actor())
                    .putRawValue("details", new com.fasterxml.jackson.databind.util.RawValue(event.details()));
        }
    }

    @Command(name = "export", description = "Write all events, the oldest first, as CSV or JSON Lines.")
    static final class Export implements Callable<Integer> {

        @Mixin
        Filter filter = new Filter();

        @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        AuditFormat format = AuditFormat.CSV;

        @Option(names = "--out", paramLabel = "FILE", description = "A new file; default: standard output.")
        @Nullable
        Path file;

        private final ServiceRunner runner;
        private final Console console;

        Export(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(LogService.class, log -> {
                LogService.Export rows = log.export(CommandLineUser.CLI, filter.filter(), format);
                if (file == null) {
                    rows.writeTo(console.out());
                    console.out().flush();
                    return ExitCode.OK;
                }
                EventFile.write(file, rows, console);
                return ExitCode.OK;
            });
        }
    }
}

package io.lintel.lab;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.storage.TestDatabase;
import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the hash chain costs a decision: rows with and without it in turn, each on the disk, in a scratch folder; then a verification. */
@Command(
        name = "log",
        description = "Measure a row of the log with and without the hash chain, and the log's verification.")
final class LogCostCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "2000", description = "Rows of each.")
    int rows;

    LogCostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "log-cost");
        long[] chained = new long[rows];
        long[] unchained = new long[rows];
        try (TestDatabase with = TestDatabase.open(folder.resolve("with.db"));
                TestDatabase without = TestDatabase.open(folder.resolve("without.db"))) {
            AuditLog log = new AuditLog(with.database(), InstantSource.system());
            AuditEvent event = AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")
                    .about(7)
                    .with(new AuditDetails()
                            .put("best", 7)
                            .put("best_score", 0.7312)
                            .put("detail", "x".repeat(600)));
            for (int i = 0; i < rows; i++) {
                long begin = MonotonicClock.SYSTEM.nanos();
                log.append(event);
                long middle = MonotonicClock.SYSTEM.nanos();
                LogCostStore.appendUnchained(without.database(), event, i);
                chained[i] = middle - begin;
                unchained[i] = MonotonicClock.SYSTEM.nanos() - middle;
            }
            long begin = MonotonicClock.SYSTEM.nanos();
            long read = log.verify(List.of(), null).rows();
            double verifying = (MonotonicClock.SYSTEM.nanos() - begin) / 1e6;
            console.answer(
                    Console.object()
                            .put("rows", rows)
                            .put("chained_ms", median(chained))
                            .put("unchained_ms", median(unchained))
                            .put("verify_ms", verifying),
                    out -> out.printf(
                            "a row: median %.3f ms with the chain, %.3f ms without; %d rows verified in %.0f ms%n",
                            median(chained), median(unchained), read, verifying));
        }
        return ExitCode.OK;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}

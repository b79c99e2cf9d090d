package io.lintel.lab;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.PictureCipher;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Database;
import io.lintel.storage.TestDatabase;
import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What sealing and the hash chain cost: a decision's row with and without the chain in turn, each on the disk, in a scratch folder, and the
 * sealing of its picture; then a verification.
 */
@Command(
        name = "log",
        description = "Measure what the hash chain and sealing add to a decision, and the log's verification.")
final class LogCostCommand implements Callable<Integer> {

    private static final int PICTURE_BYTES = 40 << 10;
    private static final long PERSON = 7;
    private static final int TEMPLATE_BYTES = 512 * Float.BYTES;

    /** The shortest visit that was measured (docs/MEASUREMENTS.md, At the door), which makes the ratio the largest. */
    private static final double VISIT_MS = 100;

    private final Console console;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "2000", description = "Rows of each.")
    int rows;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "1000",
            description = "People whose templates are opened.")
    int people;

    LogCostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "log-cost");
        long[] chained = new long[rows];
        long[] unchained = new long[rows];
        long[] sealed = new long[rows];
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(1).nextBytes(picture);
        try (TestDatabase with = TestDatabase.open(folder.resolve("with.db"));
                TestDatabase without = TestDatabase.open(folder.resolve("without.db"))) {
            AuditLog log = new AuditLog(with.database(), InstantSource.system());
            PersonKeyStore keys =
                    PersonKeyStore.open(with.database(), new BoxKeyFiles(folder.resolve("keys/lintel.key"), List.of()));
            with.database().write(sql -> keys.make(sql, PERSON));
            PictureCipher cipher = new PictureCipher(with.database(), keys, row -> PERSON);
            AuditEvent event = AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")
                    .about(PERSON)
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
                long end = MonotonicClock.SYSTEM.nanos();
                unchained[i] = end - middle;
                cipher.seal(i, picture);
                sealed[i] = MonotonicClock.SYSTEM.nanos() - end;
            }
            long begin = MonotonicClock.SYSTEM.nanos();
            long read = log.verify(List.of(), null).rows();
            double verifying = (MonotonicClock.SYSTEM.nanos() - begin) / 1e6;
            double opening = openingMs(with.database(), keys);
            double chaining = median(differences(chained, unchained));
            double share = share(chaining + median(sealed));
            console.answer(
                    Console.object()
                            .put("rows", rows)
                            .put("chained_ms", median(chained))
                            .put("unchained_ms", median(unchained))
                            .put("added_ms", chaining)
                            .put("seal_picture_ms", median(sealed))
                            .put("added_to_a_visit", share)
                            .put("verify_ms", verifying)
                            .put("people", people)
                            .put("open_templates_ms", opening),
                    out -> {
                        out.printf(
                                "a row: median %.3f ms with the chain, %.3f ms without, %.3f ms more; %d rows verified in %.0f ms%n",
                                median(chained), median(unchained), chaining, read, verifying);
                        out.printf(
                                "sealing a picture of %d KB: median %.3f ms; both are %.3f %% of a visit of %.0f ms%n",
                                PICTURE_BYTES >> 10, median(sealed), 100 * share, VISIT_MS);
                        out.printf("a start opens the templates of %d people, one each: %.1f ms%n", people, opening);
                    });
        }
        return ExitCode.OK;
    }

    /** What a start adds for sealing: reading and unwrapping each person's key and opening a template with it. The second time counts. */
    private double openingMs(Database database, PersonKeyStore keys) {
        byte[] template = new byte[TEMPLATE_BYTES];
        List<byte[]> sealed = database.write(sql -> {
            List<byte[]> all = new ArrayList<>();
            for (long person = PERSON + 1; person <= PERSON + people; person++) {
                all.add(keys.make(sql, person).seal(SealedField.TEMPLATE, person, template));
            }
            return all;
        });
        double milliseconds = 0;
        for (int time = 0; time < 2; time++) {
            long begin = MonotonicClock.SYSTEM.nanos();
            database.read(sql -> {
                for (int i = 0; i < people; i++) {
                    long person = PERSON + 1 + i;
                    keys.of(sql, person).open(SealedField.TEMPLATE, person, sealed.get(i));
                }
                return people;
            });
            milliseconds = (MonotonicClock.SYSTEM.nanos() - begin) / 1e6;
        }
        return milliseconds;
    }

    /** What the added time is of the same visit without it. */
    private static double share(double added) {
        return added / (VISIT_MS - added);
    }

    private static long[] differences(long[] with, long[] without) {
        return IntStream.range(0, with.length)
                .mapToLong(i -> with[i] - without[i])
                .toArray();
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}

package io.lintel.lab;

import io.lintel.cli.Console;
import io.lintel.serve.GrantedVisits;
import io.lintel.serve.GrantedVisits.Visit;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.ScreenReader;
import io.lintel.serve.WebClient;
import io.lintel.system.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code make bench}, its third part: how long after a decision the door screen welcomes whom it let in. The demonstration is played; from the
 * time of the log's row to the arrival of the line at a reader on the same machine.
 */
@Command(
        name = "screens",
        description = "Measure how long after a decision the door screens show it, with one screen and with several.")
final class ScreenDelayCommand implements Callable<Integer> {

    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** A visit in the last seconds may not have been shown yet. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Console console;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "How long (default: 10).")
    int minutes;

    @Option(
            names = "--screens",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,5",
            description = "How many screens, one measurement each (default: 1,5).")
    List<Integer> counts = List.of();

    ScreenDelayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        for (int screens : counts) {
            measure(screens);
        }
        return 0;
    }

    private void measure(int screens) throws Exception {
        Path scratch = Files.createTempDirectory("lintel-screens");
        List<ScreenReader> readers = new ArrayList<>();
        try (LintelProcess lintel = new LintelProcess(scratch, "lintel.camera.source=demo")) {
            lintel.serveUntilReady();
            try (WebClient admin = WebClient.setUp(lintel)) {
                for (int screen = 0; screen < screens; screen++) {
                    readers.add(new ScreenReader(lintel, Duration.ZERO));
                }
                Thread.sleep(WARM_UP);
                Instant from = Instant.now();
                Thread.sleep(Duration.ofMinutes(minutes));
                Instant until = Instant.now();
                Thread.sleep(SETTLE);
                report(screens, readers, GrantedVisits.between(admin, from, until));
            } finally {
                for (ScreenReader reader : readers) {
                    reader.close();
                }
            }
        } finally {
            FileTree.delete(scratch);
        }
    }

    private void report(int screens, List<ScreenReader> readers, List<Visit> visits) {
        List<Long> millis = new ArrayList<>();
        int missed = 0;
        for (Visit visit : visits) {
            for (ScreenReader reader : readers) {
                Optional<Duration> delay = reader.untilWelcome(visit.name(), visit.at());
                delay.ifPresent(each -> millis.add(each.toMillis()));
                missed += delay.isPresent() ? 0 : 1;
            }
        }
        millis.sort(null);
        int notShown = missed;
        console.answer(
                Console.object()
                        .put("screens", screens)
                        .put("minutes", minutes)
                        .put("visits", visits.size())
                        .put("missed", notShown)
                        .put("medianMillis", percentile(millis, 0.5))
                        .put("p95Millis", percentile(millis, 0.95))
                        .put("maxMillis", percentile(millis, 1)),
                out -> out.printf(
                        "decision to door screen, %d screens, %d min: %d visits, %d not shown, median %d ms, p95 %d ms, max %d ms%n",
                        screens,
                        minutes,
                        visits.size(),
                        notShown,
                        percentile(millis, 0.5),
                        percentile(millis, 0.95),
                        percentile(millis, 1)));
    }

    private static long percentile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

package io.lintel.lab.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * From a program's start to its answer about a first frame, and the most memory that it takes for ten frames more. The peers take turns;
 * the first round, which reads files from the disk, does not count.
 */
final class StartUp {

    private static final int[] ONE = {0};
    private static final int[] MORE = new int[10];

    private final Path log;
    private final int rounds;
    private final Consumer<String> progress;
    private final ProcessClock clock = new ProcessClock();

    StartUp(Path folder, int rounds, Consumer<String> progress) {
        this.log = folder.resolve("start-up.log");
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Adds start and memory to what is known. @param frame a file with one frame that all see a face in */
    List<Measurement> measure(List<Measurement> known, Path frame) {
        Map<Peer, List<Double>> starts = new LinkedHashMap<>();
        Map<Peer, Double> peaks = new LinkedHashMap<>();
        List<Peer> present = known.stream()
                .filter(each -> each.missing() == null)
                .map(Measurement::peer)
                .toList();
        for (int round = 0; round <= rounds; round++) {
            progress.accept("start-up %d of %d".formatted(round, rounds));
            for (Peer peer : round % 2 == 0 ? present : present.reversed()) {
                long begun = System.nanoTime();
                try (RunningPeer running = RunningPeer.start(peer, frame, log, clock)) {
                    running.run(ONE);
                    double millis = (System.nanoTime() - begun) / 1e6;
                    if (round > 0) {
                        starts.computeIfAbsent(peer, any -> new ArrayList<>()).add(millis);
                    } else {
                        running.run(MORE);
                        peaks.put(peer, running.peakMegabytes());
                    }
                }
            }
        }
        return known.stream()
                .map(each -> each.missing() != null
                        ? each
                        : each.with(
                                starts.getOrDefault(each.peer(), List.of()),
                                peaks.getOrDefault(each.peer(), Double.NaN)))
                .toList();
    }
}

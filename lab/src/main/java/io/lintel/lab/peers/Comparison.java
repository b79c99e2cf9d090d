package io.lintel.lab.peers;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Peers side by side: each gets a block of the same frames in turn, round by round, in turned order every other round, so that a busy
 * machine slows all of them. Before that each looks at all frames once: that warms it up and tells which frames all of them see.
 */
final class Comparison {

    private final Path folder;
    private final int rounds;
    private final int blockSize;
    private final Consumer<String> progress;
    private final ProcessClock clock = new ProcessClock();

    /** @param folder for logs, and where lab/peers/build leaves its words about what is missing */
    Comparison(Path folder, int rounds, int blockSize, Consumer<String> progress) {
        this.folder = folder;
        this.rounds = rounds;
        this.blockSize = blockSize;
        this.progress = progress;
    }

    /** @param measured in the order of the peers @param frames the numbers of those in which all see one face */
    record Result(List<Measurement> measured, int[] frames) {}

    /**
     * Measures these.
     *
     * @param peers Lintel first
     * @param count of the frames in the file
     * @throws LintelException if Lintel fails, or if there is no frame in which all see one face
     */
    Result measure(List<Peer> peers, Path frames, int count) {
        Map<Peer, String> missing = new LinkedHashMap<>();
        List<Turn> turns = new ArrayList<>();
        int[] common = {};
        try {
            for (Peer peer : peers) {
                try {
                    requireFiles(peer);
                    progress.accept("warming up: " + peer.name());
                    turns.add(new Turn(RunningPeer.start(peer, frames, log(peer), clock), count));
                } catch (LintelException e) {
                    if (peer.equals(peers.getFirst())) {
                        throw e; // nothing to compare with
                    }
                    missing.put(peer, String.valueOf(e.getMessage()));
                }
            }
            common = seenByAll(turns, count);
            takeTurns(turns, common);
        } finally {
            turns.forEach(Turn::close);
        }
        List<Measurement> measured = peers.stream()
                .map(peer -> turns.stream()
                        .filter(turn -> turn.running.peer().equals(peer))
                        .findFirst()
                        .map(Turn::result)
                        .orElseGet(() -> Measurement.missing(peer, missing.getOrDefault(peer, ""))))
                .toList();
        return new Result(measured, common);
    }

    private void takeTurns(List<Turn> turns, int[] frames) {
        for (int round = 0; round < rounds; round++) {
            int first = round * blockSize;
            int[] block = IntStream.range(first, first + blockSize)
                    .map(i -> frames[i % frames.length])
                    .toArray();
            progress.accept("round %d of %d".formatted(round + 1, rounds));
            (round % 2 == 0 ? turns : turns.reversed()).forEach(turn -> turn.measure(block));
        }
    }

    private static int[] seenByAll(List<Turn> turns, int count) {
        int[] frames = IntStream.range(0, count)
                .filter(i -> turns.stream().allMatch(turn -> turn.warmUp.faces().get(i) == 1))
                .toArray();
        if (frames.length == 0) {
            throw new LintelException("there is no frame in which all see one face", "use more frames: --frames");
        }
        return frames;
    }

    private void requireFiles(Peer peer) {
        for (Path file : peer.needs()) {
            if (!Files.exists(file)) {
                throw new LintelException(whyMissing(file), "see lab/peers/README.md");
            }
        }
    }

    private String whyMissing(Path file) {
        Path words = folder.resolve(file.getFileName() + ".missing");
        try {
            return Files.exists(words) ? Files.readString(words).strip() : file.getFileName() + " cannot be had here";
        } catch (IOException e) {
            return file.getFileName() + " cannot be had here";
        }
    }

    private Path log(Peer peer) {
        return folder.resolve(peer.name().replaceAll("\\W+", "-") + ".log");
    }

    /** A peer and what it has done. */
    private static final class Turn implements AutoCloseable {

        private final RunningPeer running;
        private final Block warmUp;
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> wall = new ArrayList<>();

        Turn(RunningPeer running, int frames) {
            this.running = running;
            try {
                warmUp = running.run(IntStream.range(0, frames).toArray());
            } catch (RuntimeException e) {
                running.close();
                throw e;
            }
        }

        void measure(int[] frames) {
            Block block = running.run(frames);
            cpu.add(block.cpuMillis());
            wall.addAll(block.wallMillis());
        }

        Measurement result() {
            long seen = warmUp.faces().stream().filter(faces -> faces > 0).count();
            return new Measurement(running.peer(), null, running.version(), cpu, wall, seen, List.of(), 0);
        }

        @Override
        public void close() {
            running.close();
        }
    }
}

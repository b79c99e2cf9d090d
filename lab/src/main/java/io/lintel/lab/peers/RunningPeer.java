package io.lintel.lab.peers;

import io.lintel.system.LintelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A peer's process, pinned to one processor, that answers by the protocol of {@code lab/peers/worker.h}. Used by one thread.
 */
final class RunningPeer implements AutoCloseable {

    /** What libraries for linear algebra ask for the number of threads. */
    private static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String END = "end of its output";

    private final Peer peer;
    private final Process process;
    private final ProcessClock clock;
    private final Writer orders;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final String version;

    private RunningPeer(Peer peer, Process process, ProcessClock clock) {
        this.peer = peer;
        this.process = process;
        this.clock = clock;
        this.orders = process.outputWriter();
        Thread.ofVirtual().start(() -> read(process.inputReader()));
        this.version = answer("ready");
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws LintelException if it ends or says nothing for two minutes; the log has its words
     */
    static RunningPeer start(Peer peer, Path frames, Path log, ProcessClock clock) {
        List<String> pinned = List.of("taskset", "-c", Proc.lastProcessor());
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(pinned.stream(), peer.commandFor(frames).stream()).toList());
        builder.environment().putAll(ONE_THREAD);
        builder.redirectError(log.toFile());
        try {
            Process process = builder.start();
            try {
                return new RunningPeer(peer, process, clock);
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new LintelException(peer.name() + " cannot be started: " + e.getMessage(), "see lab/peers/README.md");
        }
    }

    private void read(BufferedReader output) {
        try (output) {
            output.lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            // it has ended in the midst of a line
        }
        lines.add(END);
    }

    /** What follows this word in the next line that begins with it; libraries write lines of their own between. */
    private String answer(String word) {
        try {
            while (true) {
                String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    throw new LintelException(
                            peer.name() + (line == null ? " does not answer" : " has ended"),
                            "see the logs in lab/target/peers");
                }
                if (line.startsWith(word)) {
                    return line.substring(word.length()).strip();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("interrupted", "run it again");
        }
    }

    /** Which versions it says it is. */
    String version() {
        return version;
    }

    Peer peer() {
        return peer;
    }

    /** One pass for each of these frames. */
    Block run(int[] frames) {
        String order = IntStream.of(frames).mapToObj(String::valueOf).collect(Collectors.joining(" ", "run ", "\n"));
        long before = clock.nanos(process.pid());
        try {
            orders.write(order);
            orders.flush();
        } catch (IOException e) {
            throw new LintelException(peer.name() + " has ended", "see the logs in lab/target/peers");
        }
        String answer = answer("done");
        long cpu = clock.nanos(process.pid()) - before;
        return Block.of(Arrays.asList(answer.split(" ")), cpu, peer.operations());
    }

    /** The most memory that it has had so far, MB. */
    double peakMegabytes() {
        return Proc.peakMegabytes(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

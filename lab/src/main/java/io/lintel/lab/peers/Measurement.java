package io.lintel.lab.peers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a peer.
 *
 * @param missing why it was not measured; then the rest is empty
 * @param version what it says it is
 * @param cpu milliseconds per operation, by block
 * @param wall milliseconds per operation, by pass
 * @param seen in how many of the frames it found a face
 * @param start milliseconds from its start to its first answer; empty where that was not measured
 * @param peak most memory in a process that has one frame, MB
 */
record Measurement(
        Peer peer,
        @Nullable String missing,
        String version,
        List<Double> cpu,
        List<Double> wall,
        long seen,
        List<Double> start,
        double peak) {

    Measurement {
        cpu = List.copyOf(cpu);
        wall = List.copyOf(wall);
        start = List.copyOf(start);
    }

    static Measurement missing(Peer peer, String why) {
        return new Measurement(peer, why, "", List.of(), List.of(), 0, List.of(), 0);
    }

    Measurement with(List<Double> measuredStart, double measuredPeak) {
        return new Measurement(peer, missing, version, cpu, wall, seen, measuredStart, measuredPeak);
    }
}

package io.lintel.lab.peers;

import java.util.List;

/**
 * What a peer did with some frames in one go.
 *
 * @param wallMillis of each pass, per operation
 * @param faces found in each pass
 * @param cpuMillis per operation, the mean of the block
 */
record Block(List<Double> wallMillis, List<Integer> faces, double cpuMillis) {

    Block {
        wallMillis = List.copyOf(wallMillis);
        faces = List.copyOf(faces);
    }

    /** @param passes {@code MICROSECONDS:FACES} of each pass */
    static Block of(List<String> passes, long cpuNanos, int operations) {
        return new Block(
                passes.stream()
                        .map(pass -> Double.parseDouble(pass.substring(0, pass.indexOf(':'))) / 1e3 / operations)
                        .toList(),
                passes.stream()
                        .map(pass -> Integer.parseInt(pass.substring(pass.indexOf(':') + 1)))
                        .toList(),
                cpuNanos / 1e6 / operations / passes.size());
    }
}

package io.lintel.lab.peers;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to measure, one process with one thread.
 *
 * @param name unique, for the table
 * @param counts what one pass does, for the table
 * @param kind what a pass works on
 * @param command starts it; a word {@link #FRAMES} stands for the file of frames
 * @param needs the files without which it cannot run
 * @param operations how many operations of its kind one pass makes, 1 or more: its times are divided by it
 */
record Peer(String name, String counts, Kind kind, List<String> command, List<Path> needs, int operations) {

    static final String FRAMES = "{frames}";

    enum Kind {
        /** Looks for faces in the pixels of a frame. */
        PIXELS,
        /** Runs networks on fixed input. */
        NETWORKS,
        /** Searches a gallery. */
        SEARCH
    }

    Peer {
        command = List.copyOf(command);
        needs = List.copyOf(needs);
    }

    List<String> commandFor(Path frames) {
        return command.stream()
                .map(word -> word.equals(FRAMES) ? frames.toString() : word)
                .toList();
    }
}

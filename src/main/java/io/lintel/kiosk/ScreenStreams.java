package io.lintel.kiosk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of the door screens. Each holds one scene, the newest: whoever reads slowly leaves scenes out and is never behind.
 * Bounded in all and for each screen. Thread-safe.
 */
final class ScreenStreams {

    /** A door has one screen, sometimes one on each side, and somebody may look over their shoulder. */
    static final int MOST = 16;

    /** A page that is loaded again may not know yet that its old stream has ended. */
    static final int MOST_EACH = 3;

    private record Open(String screen, MultiEmitter<? super ScreenState> reader) {}

    private final Runnable first;
    private final Runnable last;
    private final List<Open> open = new ArrayList<>();
    private @Nullable ScreenState newest;

    /**
     * @param first called when somebody begins to watch
     * @param last called when nobody watches any more
     */
    ScreenStreams(Runnable first, Runnable last) {
        this.first = first;
        this.last = last;
    }

    /** The newest scene, then each one. A screen that opens too many loses its oldest stream; too many screens in all are refused. */
    Multi<ScreenState> follow(String screen) {
        return Multi.createFrom().emitter(reader -> begin(new Open(screen, reader)), BackPressureStrategy.LATEST);
    }

    /** Whether this screen must be refused, because so many others watch. */
    synchronized boolean isFullFor(String screen) {
        return open.size() >= MOST && count(screen) == 0;
    }

    private void begin(Open stream) {
        stream.reader().onTermination(() -> end(stream));
        boolean isFirst;
        Open superseded = null;
        synchronized (this) {
            isFirst = open.isEmpty();
            if (count(stream.screen()) >= MOST_EACH) {
                superseded = oldest(stream.screen());
                open.remove(superseded);
            }
            open.add(stream);
            if (newest != null) {
                stream.reader().emit(newest);
            }
        }
        if (superseded != null) {
            superseded.reader().complete();
        }
        if (isFirst) {
            first.run();
        }
    }

    private Open oldest(String screen) {
        return open.stream()
                .filter(stream -> stream.screen().equals(screen))
                .findFirst()
                .orElseThrow();
    }

    private long count(String screen) {
        return open.stream().filter(stream -> stream.screen().equals(screen)).count();
    }

    private void end(Open stream) {
        boolean none;
        synchronized (this) {
            none = open.remove(stream) && open.isEmpty();
            if (none) {
                newest = null;
            }
        }
        if (none) {
            last.run();
        }
    }

    /** Shows a scene on all screens. Never blocks. */
    void show(ScreenState scene) {
        synchronized (this) {
            newest = scene;
            List.copyOf(open).forEach(stream -> stream.reader().emit(scene));
        }
    }

    /** Ends the streams of a screen that may not watch any more. */
    void end(String screen) {
        List<Open> ending;
        synchronized (this) {
            ending = open.stream()
                    .filter(stream -> stream.screen().equals(screen))
                    .toList();
        }
        ending.forEach(stream -> stream.reader().complete());
    }

    /** Those that watch. */
    synchronized Set<String> screens() {
        return open.stream().map(Open::screen).collect(Collectors.toSet());
    }

    synchronized int size() {
        return open.size();
    }
}

package io.lintel.security;

import io.smallrye.mutiny.Multi;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many streams of a kind may be open, in all and for each account. Thread-safe. */
public final class StreamLimit {

    private final int most;
    private final int mostEach;
    private final Map<String, Integer> open = new HashMap<>();

    public StreamLimit(int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
    }

    /**
     * Counts a stream until it ends.
     *
     * @param owner the account or token
     * @throws HttpProblem if there are too many
     */
    public <T> Multi<T> count(String owner, Multi<T> stream) {
        AtomicBoolean counted = new AtomicBoolean(true);
        begin(owner);
        return stream.onTermination().invoke(() -> {
            if (counted.getAndSet(false)) {
                end(owner);
            }
        });
    }

    private synchronized void begin(String owner) {
        if (open.getOrDefault(owner, 0) >= mostEach) {
            throw new HttpProblem(503, mostEach + " streams of " + owner + " are open already", "close one of them");
        }
        if (open.values().stream().mapToInt(Integer::intValue).sum() >= most) {
            throw new HttpProblem(503, most + " streams are open already", "close one of them");
        }
        open.merge(owner, 1, Integer::sum);
    }

    private synchronized void end(String owner) {
        open.computeIfPresent(owner, (same, streams) -> streams > 1 ? streams - 1 : null);
    }
}

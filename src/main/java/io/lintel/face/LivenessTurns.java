package io.lintel.face;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which the liveness networks look at the samples of one visit: one network per sample, which costs each frame one
 * network instead of all. With Lintel's own and the published pair: pair's first, own, pair's second, own, and again from the
 * start, so that three samples have asked all three and every second sample is the own network's. Immutable.
 */
public final class LivenessTurns {

    private final List<Integer> cycle;

    private LivenessTurns(List<Integer> cycle) {
        this.cycle = cycle;
    }

    /** The order for these networks. @param models Lintel's own before the published ones */
    static LivenessTurns of(FaceModels models) {
        int own = (int) models.liveness().stream()
                .filter(model -> model.spec().isShipped())
                .count();
        return of(own, models.liveness().size() - own);
    }

    /** @param own how many networks are Lintel's, numbered from 0; @param published how many follow them */
    static LivenessTurns of(int own, int published) {
        if (own == 0 || published == 0) {
            return inOrder(own + published);
        }
        List<Integer> cycle = new ArrayList<>();
        for (int i = 0; i < published; i++) {
            cycle.add(own + i);
            cycle.add(i % own);
        }
        return new LivenessTurns(List.copyOf(cycle));
    }

    /** One after the other. */
    public static LivenessTurns inOrder(int models) {
        return new LivenessTurns(IntStream.range(0, models).boxed().toList());
    }

    /** The number of the network that looks at this sample. @param turn counts the samples of a visit, from 0 */
    public int at(int turn) {
        return cycle.get(Math.floorMod(turn, cycle.size()));
    }
}

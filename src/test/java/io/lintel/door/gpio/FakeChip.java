package io.lintel.door.gpio;

import java.util.List;
import java.util.stream.IntStream;

/** A GPIO chip in the {@link FakeKernel}. */
public final class FakeChip {

    private final String device;
    private final String label;
    private final List<FakeLine> lines;
    private boolean gone;

    FakeChip(FakeKernel kernel, String device, String label, int count) {
        this.device = device;
        this.label = label;
        this.lines = IntStream.range(0, count)
                .mapToObj(offset -> new FakeLine(kernel, this))
                .toList();
    }

    public FakeLine line(int offset) {
        return lines.get(offset);
    }

    List<FakeLine> lines() {
        return lines;
    }

    String device() {
        return device;
    }

    String label() {
        return label;
    }

    boolean isGone() {
        return gone;
    }

    void setGone(boolean gone) {
        this.gone = gone;
    }

    void forget() {
        lines.forEach(FakeLine::release);
    }
}

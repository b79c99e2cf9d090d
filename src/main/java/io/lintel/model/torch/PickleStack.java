package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import java.util.ArrayList;
import java.util.List;

/** A pickle's stack. What is pushed after a mark belongs together, and nothing reaches below it. */
final class PickleStack {

    private final List<PickleValue> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    void mark() {
        marks.add(values.size());
    }

    void push(PickleValue value) {
        values.add(value);
    }

    PickleValue peek() {
        require(1);
        return values.getLast();
    }

    PickleValue pop() {
        require(1);
        return values.removeLast();
    }

    List<PickleValue> popLast(int count) {
        require(count);
        List<PickleValue> last = values.subList(values.size() - count, values.size());
        List<PickleValue> taken = List.copyOf(last);
        last.clear();
        return taken;
    }

    List<PickleValue> popToMark() {
        if (marks.isEmpty()) {
            throw new ModelFormatException("the pickle uses a mark that is not there");
        }
        int count = values.size() - marks.getLast();
        List<PickleValue> taken = popLast(count);
        marks.removeLast();
        return taken;
    }

    /** Nothing may reach below the last mark. */
    private void require(int count) {
        int bottom = marks.isEmpty() ? 0 : marks.getLast();
        if (values.size() - bottom < count) {
            throw new ModelFormatException("the pickle uses a value that is not there");
        }
    }
}

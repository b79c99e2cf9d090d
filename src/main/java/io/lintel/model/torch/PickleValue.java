package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What a pickle describes, as data: nothing is ever looked up, constructed or called. */
sealed interface PickleValue {

    record None() implements PickleValue {}

    record Flag(boolean value) implements PickleValue {}

    record Whole(BigInteger value) implements PickleValue {}

    record Text(String value) implements PickleValue {}

    /** A tuple, or a list, which grows while the pickle is read. */
    record Sequence(List<PickleValue> elements) implements PickleValue {}

    /** A dictionary, which grows while the pickle is read, in the order of its insertions. */
    record Mapping(Map<String, PickleValue> entries) implements PickleValue {}

    /** The name of something that a Python program would import. */
    record Global(String name) implements PickleValue {}

    /** A call that a Python program would make. */
    record Call(Global function, List<PickleValue> arguments) implements PickleValue {}

    /** A reference to something that is stored outside the pickle. */
    record Outside(PickleValue key) implements PickleValue {}

    /** This value as one of the given kind. */
    default <T extends PickleValue> T as(Class<T> kind) {
        if (kind.isInstance(this)) {
            return kind.cast(this);
        }
        throw new ModelFormatException(
                "the pickle has a " + getClass().getSimpleName() + " where a " + kind.getSimpleName() + " belongs");
    }

    default String text() {
        return as(Text.class).value();
    }

    default int integer() {
        try {
            return as(Whole.class).value().intValueExact();
        } catch (ArithmeticException e) {
            throw new ModelFormatException("the pickle has a number out of all bounds", e);
        }
    }
}

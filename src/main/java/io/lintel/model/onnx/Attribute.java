package io.lintel.model.onnx;

/** A constant setting of an ONNX node. */
public sealed interface Attribute {

    String name();

    static Attribute of(String name, long value) {
        return new Whole(name, value);
    }

    static Attribute of(String name, String value) {
        return new Text(name, value);
    }

    static Attribute list(String name, long... values) {
        return new WholeList(name, values);
    }

    record Whole(String name, long value) implements Attribute {}

    record Text(String name, String value) implements Attribute {}

    // the array is never changed: it is made by the caller's argument list
    @SuppressWarnings("ArrayRecordComponent")
    record WholeList(String name, long[] values) implements Attribute {}
}

package io.lintel.model.onnx;

import java.util.List;

/**
 * One operation of a graph.
 *
 * @param output what it makes, and its own name
 * @param inputs names of values and constants; empty for an optional one that is left out
 */
record Node(String operator, String output, List<String> inputs, List<Attribute> attributes) {

    /** The whole number of an attribute; {@code otherwise} where there is none of this name. */
    long whole(String attribute, long otherwise) {
        for (Attribute each : attributes) {
            if (each instanceof Attribute.Whole found && found.name().equals(attribute)) {
                return found.value();
            }
        }
        return otherwise;
    }
}

/** Writes ONNX files: the wire format, the graph, and the layers that several importers share. */
@NullMarked
package io.lintel.model.onnx;

import org.jspecify.annotations.NullMarked;

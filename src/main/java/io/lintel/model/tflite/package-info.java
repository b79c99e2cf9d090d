/** Reads TensorFlow Lite models and turns their graphs into ONNX. */
@NullMarked
package io.lintel.model.tflite;

import org.jspecify.annotations.NullMarked;

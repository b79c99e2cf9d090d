/** Reads dlib's face recognition network and turns it into ONNX. */
@NullMarked
package io.lintel.model.dlib;

import org.jspecify.annotations.NullMarked;

/** From pixels to numbers: detector, face mesh, alignment, embedder, quality and liveness, all run by ONNX Runtime. */
@NullMarked
package io.lintel.face;

import org.jspecify.annotations.NullMarked;

package io.lintel.evaluation;

import io.lintel.face.Embedding;
import io.lintel.face.FaceQuality;
import java.util.OptionalDouble;

/** What the analyzer made of one picture's main face. */
record MeasuredFace(Embedding embedding, FaceQuality quality, OptionalDouble liveness) {}

package io.lintel.service;

import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import java.util.OptionalDouble;

/**
 * One face of a picture.
 *
 * @param liveness of this one picture, 0 to 1; empty without liveness models, or where nobody asked
 * @param chip the aligned face as JPEG, as the embedder sees it
 */
public record AnalysedFace(Face face, FaceQuality quality, Embedding embedding, OptionalDouble liveness, byte[] chip) {}

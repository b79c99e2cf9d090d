package io.lintel.access;

import io.lintel.face.Embedding;
import io.lintel.face.FaceQuality;
import java.util.OptionalDouble;

/** Somebody in front of the invented camera: where the face is, how it looks, how live. Changed by the test. */
public final class Visitor {

    private float x;
    private float size = 100;
    private Embedding look;
    private FaceQuality quality = Faces.good();
    private OptionalDouble liveness = OptionalDouble.of(0.95);

    Visitor(float x, Embedding look) {
        this.x = x;
        this.look = look;
    }

    public Visitor at(float place) {
        x = place;
        return this;
    }

    public Visitor withSize(float pixels) {
        size = pixels;
        return this;
    }

    public Visitor withQuality(FaceQuality measured) {
        quality = measured;
        return this;
    }

    public Visitor withLiveness(double probability) {
        liveness = OptionalDouble.of(probability);
        return this;
    }

    public Visitor withoutLiveness() {
        liveness = OptionalDouble.empty();
        return this;
    }

    /** Another embedding from now on: another pose, or another face in the same place. */
    public Visitor looking(Embedding embedding) {
        look = embedding;
        return this;
    }

    float x() {
        return x;
    }

    float size() {
        return size;
    }

    Embedding look() {
        return look;
    }

    FaceQuality quality() {
        return quality;
    }

    OptionalDouble liveness() {
        return liveness;
    }
}

package io.lintel.access;

import io.lintel.access.challenge.Instruction;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Somebody in front of the invented camera: where the face is, how it looks, how live. Changed by the test. */
public final class Visitor {

    private float x;
    private float size = 100;
    private Embedding look;
    private FaceQuality quality = Faces.good();
    private OptionalDouble liveness = OptionalDouble.of(0.95);
    private double yaw;
    private double eyes = 0.28;

    Visitor(float x, Embedding look) {
        this.x = x;
        this.look = look;
    }

    public Visitor at(float place) {
        x = place;
        return this;
    }

    /** Goes on doing what is asked for, a little more each frame; looks straight when nothing is. */
    public Visitor obeying(@Nullable Instruction asked) {
        double wanted = asked == Instruction.LEFT ? 28 : asked == Instruction.RIGHT ? -28 : 0;
        yaw += Math.clamp(wanted - yaw, -5, 5);
        eyes = asked == Instruction.BLINK ? 0.13 : 0.28;
        size = asked == Instruction.CLOSER ? size * 1.03f : size;
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

    Face face() {
        return Faces.moving(x, 100, size, yaw, eyes);
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

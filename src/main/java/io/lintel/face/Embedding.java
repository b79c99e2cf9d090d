package io.lintel.face;

/**
 * The unit vector that an embedder makes of a face. Immutable; two of them compare only when the same model made them.
 */
public final class Embedding {

    private final float[] unit;

    private Embedding(float[] unit) {
        this.unit = unit;
    }

    /**
     * Normalises a model's raw output.
     *
     * @throws IllegalArgumentException if it is empty, not finite, or has no direction
     */
    public static Embedding of(float[] raw) {
        double squares = 0;
        for (float value : raw) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            throw new IllegalArgumentException("an embedding needs finite values and a direction");
        }
        float scale = (float) (1 / Math.sqrt(squares));
        float[] unit = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            unit[i] = raw[i] * scale;
        }
        return new Embedding(unit);
    }

    public int dimension() {
        return unit.length;
    }

    /** A copy of the values, L2 norm 1. */
    public float[] values() {
        return unit.clone();
    }

    /** Cosine similarity, -1 to 1. @throws IllegalArgumentException if the dimensions differ */
    public double cosine(Embedding other) {
        if (unit.length != other.unit.length) {
            throw new IllegalArgumentException(
                    "embeddings of " + unit.length + " and " + other.unit.length + " values do not compare");
        }
        double sum = 0;
        for (int i = 0; i < unit.length; i++) {
            sum += (double) unit[i] * other.unit[i];
        }
        return sum;
    }
}

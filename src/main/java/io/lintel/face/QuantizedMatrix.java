package io.lintel.face;

import io.lintel.model.onnx.OnnxGraph;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matrix in bytes, each row with a scale of its own, that ONNX Runtime multiplies with a vector: a quarter of the memory of float32, read once. What is lost in
 * the bytes is measured while they are made, so that each product comes with a bound of its error. Takes 196 bytes a row of 192 values, outside the Java
 * heap, until it is no longer reachable. Thread-safe.
 *
 * <p>Rows have 7 bits, vectors 8: on processors without VNNI, a product of 8 and 8 bits overflows 16 bits, silently.
 */
public final class QuantizedMatrix {

    /** Sums of so many products are whole numbers that a float32 holds exactly. */
    public static final int MOST_COLUMNS = 2048;

    private static final int ROW_LEVELS = 63;
    private static final int VECTOR_LEVELS = 127;
    private static final int VECTOR_ZERO = 128;
    /** No power of two: columns that lie so far apart would all want the same lines of the cache while they are written. */
    private static final int BLOCK_ROWS = 65_600;

    private static @Nullable Cleaner
            cleaner; // made at first use: in a native image, static initialisers run on the build machine

    private final int dimension;
    private final QuantizedBlocks blocks;
    private double longestRow;
    private double longestQuantizedRow;
    private double largestLoss;

    private QuantizedMatrix(int dimension) {
        this.dimension = dimension;
        this.blocks = new QuantizedBlocks(dimension);
    }

    /** @param rows one after the other, without NaN and infinity; not kept */
    public static QuantizedMatrix of(float[] rows, int dimension) {
        QuantizedMatrix matrix = new QuantizedMatrix(dimension);
        cleaner().register(matrix, matrix.blocks::close);
        int count = rows.length / dimension;
        for (int from = 0; from < count; from += BLOCK_ROWS) {
            int to = Math.min(count, from + BLOCK_ROWS);
            matrix.blocks.add(matrix.model(rows, from, to), to - from);
        }
        return matrix;
    }

    /**
     * Writes about the product of each row with a vector.
     *
     * @return how far such a product can be from the same one in float32, added up in any order
     * @throws ModelRunException if ONNX Runtime fails
     */
    public double multiply(float[] vector, float[] products) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        float scale = Math.max(largest / VECTOR_LEVELS, Float.MIN_NORMAL);
        float[] bytes = new float[dimension];
        double loss = 0;
        double length = 0;
        for (int i = 0; i < dimension; i++) {
            int level = Math.clamp(Math.round(vector[i] / scale), -VECTOR_LEVELS, VECTOR_LEVELS);
            bytes[i] = level + VECTOR_ZERO;
            double lost = vector[i] - (double) scale * level;
            loss += lost * lost;
            length += (double) vector[i] * vector[i];
        }
        blocks.multiply(bytes, scale, products);
        Reference.reachabilityFence(this); // what closes the blocks waits for this
        return bound(Math.sqrt(loss), Math.sqrt(length));
    }

    /**
     * With p the vector, p' its bytes, t a row, t' its bytes: {@code p*t - p'*t' = (p - p')*t' + p*(t - t')}, and a product is at most that of the lengths. Beside
     * that the rounding of float32: of a sum of {@code dimension} products in any order, and of two factors.
     */
    private double bound(double loss, double length) {
        double rounding = (dimension + 16) * 0x1p-23 * length * (longestRow + longestQuantizedRow);
        return (loss * longestQuantizedRow + (length + loss) * largestLoss) * (1 + 1e-9) + rounding;
    }

    private byte[] model(float[] rows, int from, int to) {
        int count = to - from;
        byte[] columns = new byte[count * dimension];
        float[] scales = new float[count];
        for (int row = 0; row < count; row++) {
            scales[row] = quantize(rows, (from + row) * dimension, columns, row, count);
        }
        OnnxGraph graph = new OnnxGraph("rows");
        graph.input("vector", dimension);
        graph.node(
                "MatMulInteger",
                "sums",
                List.of(
                        graph.toUnsignedBytes("bytes", "vector"),
                        graph.bytes("rows", columns, dimension, count),
                        graph.unsignedByte("zero", VECTOR_ZERO)));
        graph.node("Mul", "products", List.of(graph.toFloats("floats", "sums"), graph.floats("scales", scales, count)));
        graph.output("products", count);
        return graph.toModel();
    }

    private float quantize(float[] rows, int start, byte[] columns, int row, int count) {
        float largest = 0;
        for (int i = 0; i < dimension; i++) {
            largest = Math.max(largest, Math.abs(rows[start + i]));
        }
        float scale = Math.max(largest / ROW_LEVELS, Float.MIN_NORMAL);
        double loss = 0;
        double length = 0;
        double quantizedLength = 0;
        for (int i = 0; i < dimension; i++) {
            int level = Math.clamp(Math.round(rows[start + i] / scale), -ROW_LEVELS, ROW_LEVELS);
            columns[i * count + row] = (byte) level;
            double quantized = (double) scale * level;
            double lost = rows[start + i] - quantized;
            loss += lost * lost;
            length += (double) rows[start + i] * rows[start + i];
            quantizedLength += quantized * quantized;
        }
        largestLoss = Math.max(largestLoss, Math.sqrt(loss));
        longestRow = Math.max(longestRow, Math.sqrt(length));
        longestQuantizedRow = Math.max(longestQuantizedRow, Math.sqrt(quantizedLength));
        return scale;
    }

    private static synchronized Cleaner cleaner() {
        Cleaner made = cleaner;
        if (made == null) {
            made = Cleaner.create();
            cleaner = made;
        }
        return made;
    }
}

package io.lintel.gallery;

import io.lintel.face.ModelRunException;
import io.lintel.face.QuantizedMatrix;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * {@link FlatSearch}, and once prepared estimates from a copy of the rows in bytes: a quarter of the memory to read, by ONNX Runtime's integer kernels. A command
 * that searches once does not prepare: the copy costs some hundred searches. docs/decisions/0220-a-search-in-two-passes.md.
 */
public final class TwoPassSearch implements SimilaritySearch {

    /** Below, the call into the library costs more than it saves. */
    static final int LEAST_ROWS = 500;

    private static final System.Logger LOG = System.getLogger(TwoPassSearch.class.getName());

    private final FlatSearch exact;
    private final float[] rows;
    private final int dimension;
    private volatile @Nullable QuantizedMatrix quantized;
    private volatile boolean prepared;

    private TwoPassSearch(float[] unitRows, int dimension, int leastRows) {
        this.exact = new FlatSearch(unitRows, dimension);
        this.rows = unitRows;
        this.dimension = dimension;
        this.prepared = dimension == 0
                || dimension > QuantizedMatrix.MOST_COLUMNS
                || unitRows.length / dimension < Math.max(1, leastRows);
    }

    /** @param unitRows vectors of L2 norm 1, one after the other; kept */
    public static TwoPassSearch over(float[] unitRows, int dimension) {
        return over(unitRows, dimension, LEAST_ROWS);
    }

    /** @param leastRows from how many rows estimates are less than exact */
    static TwoPassSearch over(float[] unitRows, int dimension, int leastRows) {
        return new TwoPassSearch(unitRows, dimension, leastRows);
    }

    @Override
    public void score(float[] probe, float[] scores) {
        exact.score(probe, scores);
    }

    @Override
    public float score(float[] probe, int row) {
        return exact.score(probe, row);
    }

    @Override
    public double estimate(float[] probe, float[] estimates) {
        QuantizedMatrix matrix = quantized;
        return matrix == null ? exact.estimate(probe, estimates) : matrix.multiply(probe, estimates);
    }

    @Override
    public boolean isPrepared() {
        return prepared;
    }

    @Override
    public synchronized void prepare() {
        if (prepared) {
            return;
        }
        try {
            quantized = QuantizedMatrix.of(rows, dimension);
        } catch (ModelRunException e) {
            LOG.log(Level.WARNING, "the gallery is searched more slowly: {0}", e.getMessage());
        }
        prepared = true;
    }
}

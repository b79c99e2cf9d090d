package io.lintel.face;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** Turns aligned faces into embeddings. One thread at a time. */
final class Embedder implements AutoCloseable {

    private static final int AROUND_VERTICAL = 1;

    private final OnnxModel model;
    private final ModelInput input;
    private final FloatBuffer output;
    private final Mat mirrored = new Mat();

    Embedder(Path file, PixelScaling scaling, int threads) {
        model = OnnxModel.open(file, threads);
        input = new ModelInput(model, scaling);
        output = model.output();
    }

    /** @param chip an aligned face of {@link #size} */
    Embedding embed(Mat chip) {
        input.fill(chip);
        model.run();
        float[] raw = new float[output.capacity()];
        output.get(0, raw);
        return Embedding.of(raw);
    }

    /** The mean of the face's embedding and that of its mirror image. */
    Embedding embedWithMirror(Mat chip) {
        float[] sum = embed(chip).values();
        Core.flip(chip, mirrored, AROUND_VERTICAL);
        float[] other = embed(mirrored).values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return Embedding.of(sum);
    }

    int size() {
        return model.size();
    }

    @Override
    public void close() {
        model.close();
        input.release();
        mirrored.release();
    }
}

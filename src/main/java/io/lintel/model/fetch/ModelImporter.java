package io.lintel.model.fetch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.ModelSpec;
import io.lintel.model.dlib.DlibResNetImporter;
import io.lintel.model.tflite.TfliteImporter;
import io.lintel.model.torch.MiniFasNetImporter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A published model file to ONNX. The same file always gives the same bytes. */
public final class ModelImporter {

    private ModelImporter() {}

    /**
     * Converts a file.
     *
     * @param source the model's published file
     * @return the ONNX file
     * @throws ModelFormatException if the file is not what the catalogue says or uses what is not imported
     */
    public static byte[] toOnnx(ModelSpec spec, Path source) throws IOException {
        try {
            return convert(spec, source);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            // the readers check each part; that the parts do not fit each other shows when the graph is built
            throw new ModelFormatException("the file of " + spec.id() + " contradicts itself: " + e.getMessage(), e);
        }
    }

    private static byte[] convert(ModelSpec spec, Path source) throws IOException {
        return switch (spec.source().format()) {
            case TFLITE -> TfliteImporter.toOnnx(ByteBuffer.wrap(Files.readAllBytes(source)), spec.id());
            case DLIB_RESNET -> DlibResNetImporter.toOnnx(ByteBuffer.wrap(Files.readAllBytes(source)), spec.id());
            case TORCH_MINIFASNET -> MiniFasNetImporter.toOnnx(source, spec.id());
            case ONNX -> Files.readAllBytes(source);
        };
    }
}

package io.lintel.face;

import io.lintel.model.ModelStore;
import io.lintel.system.NativeLibraries;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Cuts the training crops out of pictures with the door's own detector, mesh and sampling, so that the network is trained on exactly what
 * the door will show it, and asks the published networks (the teachers) about each, where they are installed.
 *
 * <p>Arguments: the models folder, a list ({@code group, label, subject, clip, frame, seconds, picture}, separated by tabs), and the stem of the
 * results. Writes {@code STEM.u8}, 96x96x3 BGR bytes a face, of {@value #SCALE} times the mesh's box (80x80 of it are {@value #NETWORK_SCALE}
 * times the box), and {@code STEM.tsv}, the list's columns and the narrow and the wide teacher's probability and the distance of the eyes in pixels.
 */
final class ExtractFaceCrops {

    static final int SIZE = 96;
    static final double NETWORK_SCALE = 2.7;
    static final double SCALE = NETWORK_SCALE * SIZE / 80;

    /** Larger pictures are shrunk first: the door's cameras have no more. */
    private static final int LARGEST_WIDTH = 1280;

    /** The published networks, narrow crop first. */
    private static final List<String> TEACHERS = List.of("minifasnet_v2_2.7", "minifasnet_v1se_4.0");

    private ExtractFaceCrops() {}

    public static void main(String[] arguments) throws IOException {
        NativeLibraries.loadOpenCv();
        String stem = arguments[2];
        int without = 0;
        byte[] bytes = new byte[SIZE * SIZE * 3];
        Mat crop = new Mat();
        Warp warp = new Warp();
        FaceModels models = FaceModels.of(ModelStore.open(Path.of(arguments[0])));
        List<String> networks = models.liveness().stream().map(model -> model.spec().id()).toList();
        try (FaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, FaceSettings.live());
                OutputStream crops = new BufferedOutputStream(Files.newOutputStream(Path.of(stem + ".u8")));
                PrintWriter table = new PrintWriter(stem + ".tsv", StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                Mat picture = read(line.substring(line.lastIndexOf('\t') + 1));
                List<Face> faces = picture.empty() ? List.of() : analyzer.find(picture);
                if (faces.isEmpty()) {
                    without++;
                } else {
                    Face face = faces.getFirst();
                    BoundingBox box =
                            LivenessCrop.around(face.mesh().bounds(), SCALE, picture.cols(), picture.rows());
                    warp.plain(picture, Affine.ofBox(SIZE, box), SIZE, crop);
                    crop.get(0, 0, bytes);
                    crops.write(bytes);
                    table.println(line + teachers(networks, analyzer.livenessByModel(picture, face))
                            + String.format(Locale.ROOT, "\t%.1f", analyzer.assess(picture, face).interOcularPixels()));
                }
                picture.release();
            }
        }
        System.err.println(without + " pictures without a face");
    }

    private static Mat read(String file) {
        Mat picture = Imgcodecs.imread(file);
        if (picture.cols() > LARGEST_WIDTH) {
            double factor = (double) LARGEST_WIDTH / picture.cols();
            Imgproc.resize(picture, picture, new Size(), factor, factor, Imgproc.INTER_AREA);
        }
        return picture;
    }

    private static String teachers(List<String> networks, List<LivenessScore> scores) {
        StringBuilder columns = new StringBuilder();
        for (String teacher : TEACHERS) {
            int number = networks.indexOf(teacher);
            columns.append(number < 0 ? "\tnan" : String.format(Locale.ROOT, "\t%.5f", scores.get(number).probability()));
        }
        return columns.toString();
    }
}

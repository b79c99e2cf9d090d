package io.lintel.lab.peers;

import java.nio.file.Path;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.FaceDetectorYN;

/**
 * Face recognition as OpenCV offers it: its detector YuNet with five points, alignment by them, and Lintel's embedder on OpenCV's own
 * engine. Used by one thread.
 */
final class YunetPass implements PeerWorker.Pass {

    private static final float SCORE = 0.6f;
    private static final float OVERLAP = 0.3f;
    private static final int MOST = 50;
    private static final int CHIP = 112;
    /** Where the eyes, the nose and the corners of the mouth lie in an aligned face: the template published with ArcFace. */
    private static final double[][] TEMPLATE = {
        {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}
    };

    private final FaceDetectorYN detector;
    private final Net embedder;
    private final List<Mat> frames;
    private final Size size;
    private final Mat scaled = new Mat();
    private final Mat faces = new Mat();
    private final Mat chip = new Mat();

    /** @param width to which a frame is reduced for the detector */
    YunetPass(Path yunet, Path embedder, int width, List<Mat> frames) {
        Core.setNumThreads(1);
        this.size = new Size(width, width * Frames.HEIGHT / (double) Frames.WIDTH);
        this.detector = FaceDetectorYN.create(yunet.toString(), "", size, SCORE, OVERLAP, MOST);
        this.embedder = Dnn.readNetFromONNX(embedder.toString());
        this.embedder.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
        this.frames = frames;
    }

    @Override
    public int look(int index) {
        Mat frame = frames.get(index);
        Mat picture = frame;
        if (frame.cols() != (int) size.width) {
            Imgproc.resize(frame, scaled, size, 0, 0, Imgproc.INTER_AREA);
            picture = scaled;
        }
        detector.detect(picture, faces);
        if (faces.rows() == 0) {
            return 0;
        }
        float[] face = new float[faces.cols()];
        faces.get(0, 0, face);
        Mat turn = similarity(face, frame.cols() / size.width);
        Imgproc.warpAffine(frame, chip, turn, new Size(CHIP, CHIP));
        Mat blob = Dnn.blobFromImage(chip, 1 / 128.0, new Size(CHIP, CHIP), Scalar.all(127.5), true);
        embedder.setInput(blob);
        Mat embedding = embedder.forward();
        Core.normalize(embedding, embedding);
        turn.release();
        blob.release();
        embedding.release();
        return faces.rows();
    }

    /** The rotation, scale and shift that bring the five points closest to the template (Umeyama, 1991, without reflection). */
    private static Mat similarity(float[] face, double scale) {
        int points = TEMPLATE.length;
        double[] mean = new double[4];
        for (int i = 0; i < points; i++) {
            mean[0] += scale * face[4 + 2 * i] / points;
            mean[1] += scale * face[5 + 2 * i] / points;
            mean[2] += TEMPLATE[i][0] / points;
            mean[3] += TEMPLATE[i][1] / points;
        }
        double along = 0;
        double across = 0;
        double norm = 0;
        for (int i = 0; i < points; i++) {
            double x = scale * face[4 + 2 * i] - mean[0];
            double y = scale * face[5 + 2 * i] - mean[1];
            double u = TEMPLATE[i][0] - mean[2];
            double v = TEMPLATE[i][1] - mean[3];
            along += x * u + y * v;
            across += x * v - y * u;
            norm += x * x + y * y;
        }
        double a = along / norm;
        double b = across / norm;
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, a, -b, mean[2] - a * mean[0] + b * mean[1], b, a, mean[3] - b * mean[0] - a * mean[1]);
        return matrix;
    }
}

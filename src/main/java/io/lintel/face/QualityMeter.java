package io.lintel.face;

import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;

/** Measures a face against the limits. Reuses its matrices: one thread at a time. */
final class QualityMeter {

    private final QualityLimits limits;
    private final Mat luma = new Mat();
    private final Mat laplacian = new Mat();
    private final MatOfDouble mean = new MatOfDouble();
    private final MatOfDouble deviation = new MatOfDouble();

    QualityMeter(QualityLimits limits) {
        this.limits = limits;
    }

    /** @param chip the same face, aligned */
    FaceQuality measure(Mat picture, Face face, Mat chip) {
        Imgproc.cvtColor(chip, luma, Imgproc.COLOR_BGR2GRAY);
        Core.meanStdDev(luma, mean, deviation);
        float brightness = (float) mean.get(0, 0)[0];
        float contrast = (float) deviation.get(0, 0)[0];
        Imgproc.Laplacian(luma, laplacian, CvType.CV_32F);
        Core.meanStdDev(laplacian, mean, deviation);
        float sharpness = (float) Math.pow(deviation.get(0, 0)[0], 2);
        float interOcular = Landmark.interOcular(face.mesh());

        Set<QualityFlaw> flaws = EnumSet.noneOf(QualityFlaw.class);
        HeadPose pose = face.pose();
        flawIf(flaws, QualityFlaw.TOO_FAR, interOcular < limits.leastInterOcular());
        flawIf(flaws, QualityFlaw.TOO_CLOSE, interOcular > limits.mostInterOcular() * picture.cols());
        flawIf(flaws, QualityFlaw.BLURRED, sharpness < limits.leastSharpness());
        flawIf(flaws, QualityFlaw.TOO_DARK, brightness < limits.leastBrightness());
        flawIf(flaws, QualityFlaw.TOO_BRIGHT, brightness > limits.mostBrightness());
        flawIf(flaws, QualityFlaw.LOW_CONTRAST, contrast < limits.leastContrast());
        flawIf(flaws, QualityFlaw.TURNED_SIDEWAYS, Math.abs(pose.yaw()) > limits.mostYaw());
        flawIf(flaws, QualityFlaw.TURNED_UP_OR_DOWN, Math.abs(pose.pitch()) > limits.mostPitch());
        flawIf(flaws, QualityFlaw.TILTED, Math.abs(pose.roll()) > limits.mostRoll());
        flawIf(flaws, QualityFlaw.CUT_OFF, outside(picture, face.mesh().bounds()) > limits.mostCutOff());
        return new FaceQuality(interOcular, sharpness, brightness, contrast, pose, flaws);
    }

    private static void flawIf(Set<QualityFlaw> flaws, QualityFlaw flaw, boolean broken) {
        if (broken) {
            flaws.add(flaw);
        }
    }

    private static float outside(Mat picture, BoundingBox box) {
        float width = Math.min(box.x() + box.width(), picture.cols()) - Math.max(box.x(), 0);
        float height = Math.min(box.y() + box.height(), picture.rows()) - Math.max(box.y(), 0);
        return 1 - Math.max(0, width) * Math.max(0, height) / Math.max(1, box.area());
    }

    void release() {
        luma.release();
        laplacian.release();
        mean.release();
        deviation.release();
    }
}

package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** W1: a camera that is mounted on its side. */
class PictureOrientationTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    @TempDir
    Path folder;

    /** Black, 64 x 48, with a white square in its upper left corner. */
    private static Mat corner() {
        Mat picture = new Mat(48, 64, CvType.CV_8UC3, Scalar.all(0));
        picture.submat(0, 16, 0, 16).setTo(Scalar.all(255));
        return picture;
    }

    private static String whereTheCornerIs(Mat picture) {
        boolean top = picture.get(8, 8)[0] > 128 || picture.get(8, picture.cols() - 8)[0] > 128;
        boolean left = picture.get(8, 8)[0] > 128 || picture.get(picture.rows() - 8, 8)[0] > 128;
        return (top ? "top" : "bottom") + " " + (left ? "left" : "right");
    }

    @ParameterizedTest
    @CsvSource({
        "0,false,64,48,top left", "90,false,48,64,top right", "180,false,64,48,bottom right",
                "270,false,48,64,bottom left",
        "0,true,64,48,top right", "90,true,48,64,top left", "180,true,64,48,bottom left", "270,true,48,64,bottom right"
    })
    void thePictureIsTurnedClockwiseAndThenMirrored(
            int degrees, boolean mirrored, int width, int height, String corner) {
        Mat turned = new Mat();
        new PictureOrientation(degrees, mirrored).turn(corner(), turned);

        assertThat(turned.cols()).isEqualTo(width);
        assertThat(turned.rows()).isEqualTo(height);
        assertThat(whereTheCornerIs(turned)).isEqualTo(corner);
    }

    @Test
    void anAngleInBetweenIsRefused() {
        assertThatThrownBy(() -> new PictureOrientation(45, false))
                .hasMessageContaining("45")
                .isInstanceOf(CameraException.class);
    }

    @Test
    void everySourceIsTurnedWhereItsPicturesComeFrom() {
        Imgcodecs.imwrite(folder.resolve("1.png").toString(), corner());
        CameraSettings settings =
                Fixtures.FAST.withAddress("images:" + folder).withOrientation(new PictureOrientation(90, false));
        Mat picture = new Mat();
        try (Camera camera =
                CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get()) {
            camera.open();
            camera.read(picture);
        }
        assertThat(whereTheCornerIs(picture)).isEqualTo("top right");
    }

    @Test
    void theDemoIsUprightHoweverTheCameraIsMounted() {
        Mat picture = new Mat();
        CameraSettings settings = Fixtures.FAST.withAddress("demo").withOrientation(new PictureOrientation(90, false));
        try (Camera camera =
                CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get()) {
            camera.open();
            camera.read(picture);
        }
        assertThat(picture.cols()).isGreaterThan(picture.rows());
    }

    /** The test picture of the set-up: what the door has turned already is shown as another turn would make it. */
    @ParameterizedTest
    @CsvSource({"0,false", "90,false", "180,true", "270,false", "90,true", "270,true"})
    void turnedBackItIsThePictureOfBefore(int degrees, boolean mirrored) {
        Mat picture = new Mat(4, 6, CvType.CV_8UC3, new Scalar(10, 20, 30));
        picture.put(0, 1, new byte[] {1, 2, 3});
        picture.put(3, 5, new byte[] {7, 8, 9});
        Mat turned = new Mat();
        Mat back = new Mat();

        PictureOrientation orientation = new PictureOrientation(degrees, mirrored);
        orientation.turn(picture, turned);
        orientation.turnBack(turned, back);

        assertThat(back.size()).isEqualTo(picture.size());
        assertThat(org.opencv.core.Core.norm(picture, back)).isZero();
        picture.release();
        turned.release();
        back.release();
    }
}

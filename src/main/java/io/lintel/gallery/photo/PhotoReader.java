package io.lintel.gallery.photo;

import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Makes pictures of uploaded files. Nothing is decoded before the file's kind, its completeness and its size in pixels are
 * known from its header: a few kilobytes can claim gigabytes of picture. Thread-safe.
 */
public final class PhotoReader {

    /** Above this a photo is read at half its width and height: a face in it is still large, and memory is a quarter. */
    private static final long FULL_SIZE_PIXELS = 12_000_000;

    /** Pixels: the face of somebody pictured from head to foot still has 60 of them between the eyes. */
    private static final double ENROLMENT_SIDE = 2000;

    private final PhotoLimits limits;

    public PhotoReader(PhotoLimits limits) {
        NativeLibraries.loadOpenCv();
        this.limits = limits;
    }

    /** As {@link #readForEnrolment(byte[])}, a file of this machine. */
    public Mat readForEnrolment(Path file) {
        return readForEnrolment(bytes(file));
    }

    /** Reads a file of this machine. @throws PhotoException as {@link #read(byte[])}, or if there is no such file */
    public Mat read(Path file) {
        return read(bytes(file));
    }

    private byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new PhotoException("There is no photo at " + file, "check the name of the file");
            }
            if (Files.size(file) > limits.bytes()) {
                throw tooLarge(Files.size(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new PhotoException("The photo " + file + " cannot be read", "check that this user may read it", e);
        }
    }

    /**
     * @param file the bytes of a JPEG, PNG or WebP file
     * @return BGR, 8 bits, 3 channels, upright as its EXIF orientation says; the caller releases it
     * @throws PhotoException if it is none, is damaged or exceeds the limits
     */
    public Mat read(byte[] file) {
        if (file.length > limits.bytes()) {
            throw tooLarge(file.length);
        }
        PhotoBytes bytes = new PhotoBytes(file);
        PhotoSize size = PhotoFormat.of(bytes).inspect(bytes);
        if (size.pixels() > limits.pixels()) {
            throw new PhotoException(
                    "The photo has " + size.width() + " x " + size.height() + " pixels, at most "
                            + limits.pixels() / 1_000_000 + " million are read",
                    "make it smaller, 2000 pixels wide is plenty");
        }
        Mat picture = decode(file, size);
        if (picture.empty()) {
            picture.release();
            throw new PhotoException("The photo is damaged", "take or export it again");
        }
        return picture;
    }

    /**
     * As {@link #read(byte[])}, but no larger than an enrolment needs: ten of them fit into memory.
     *
     * @param file the bytes of a JPEG, PNG or WebP file
     * @return the caller releases it
     */
    public Mat readForEnrolment(byte[] file) {
        Mat picture = read(file);
        double scale = ENROLMENT_SIDE / Math.max(picture.cols(), picture.rows());
        if (scale >= 1) {
            return picture;
        }
        Mat small = new Mat();
        Imgproc.resize(picture, small, new Size(0, 0), scale, scale, Imgproc.INTER_AREA);
        picture.release();
        return small;
    }

    private static Mat decode(byte[] file, PhotoSize size) {
        int mode = size.pixels() > FULL_SIZE_PIXELS ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR;
        MatOfByte encoded = new MatOfByte(file);
        try {
            return Imgcodecs.imdecode(encoded, mode);
        } catch (CvException e) {
            throw new PhotoException("The photo is damaged", "take or export it again", e);
        } finally {
            encoded.release();
        }
    }

    private PhotoException tooLarge(long bytes) {
        return new PhotoException(
                "The photo has " + (bytes >> 20) + " MB, at most " + (limits.bytes() >> 20) + " are read",
                "make it smaller or save it with a stronger compression");
    }
}

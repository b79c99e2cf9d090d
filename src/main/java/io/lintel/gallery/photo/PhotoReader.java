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
 * Makes pictures of uploaded files. Nothing is decoded before the file's kind, its completeness and its cost are
 * known from its header: a few kilobytes can claim gigabytes of picture. Only a {@link PhotoGate} gives one out, for a turn.
 */
public final class PhotoReader {

    /** Above this a photo is read at half its width and height: a face in it is still large, and memory is a quarter. */
    private static final long FULL_SIZE_PIXELS = 12_000_000;

    /** Pixels: the face of somebody pictured from head to foot still has 60 of them between the eyes. */
    private static final double ENROLMENT_SIDE = 2000;

    private final PhotoLimits limits;

    PhotoReader(PhotoLimits limits) {
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
        PhotoHeader header = PhotoFormat.of(bytes).inspect(bytes);
        if (header.pixels() > limits.pixels() || !header.fitsInto(limits.memory())) {
            long most = Math.min(limits.pixels(), limits.memory() / header.bytesAPixel());
            throw new PhotoException(
                    "The photo has " + header.width() + " x " + header.height() + " pixels, of its kind at most "
                            + most / 1_000_000 + " million are read",
                    "make it smaller, 2000 pixels wide is plenty, or save it as an ordinary JPEG");
        }
        Mat picture = decode(file, header);
        if (picture.empty()) {
            picture.release();
            throw PhotoFormat.damaged();
        }
        return ExifOrientation.upright(picture, header.orientation());
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

    private static Mat decode(byte[] file, PhotoHeader header) {
        int size = header.pixels() > FULL_SIZE_PIXELS ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR;
        MatOfByte encoded = new MatOfByte(0, header.end(), file);
        try {
            // OpenCV turns JPEG and PNG only, so that is done here for all.
            return Imgcodecs.imdecode(encoded, size | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
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

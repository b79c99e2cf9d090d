package io.lintel.gallery.photo;

import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Makes pictures of uploaded files. Nothing is decoded before the file's kind, its completeness and its cost are
 * known from its header: a few kilobytes can claim gigabytes of picture. Large photos are read at a half, a quarter or an eighth of their width
 * and height, whatever fits into the memory: a face in them is still large. Only a {@link PhotoGate} gives one out, for a turn.
 */
public final class PhotoReader {

    /** Pixels: the face of somebody pictured from head to foot still has 60 of them between the eyes. */
    private static final double ENROLMENT_SIDE = 2000;

    private final PhotoLimits limits;

    PhotoReader(PhotoLimits limits) {
        NativeLibraries.loadOpenCv();
        this.limits = limits;
    }

    /** As {@link #readForEnrolment(byte[])}, a file of this machine. */
    public Mat readForEnrolment(Path file) {
        return forEnrolment(read(file));
    }

    /** Reads a file of this machine. @throws PhotoException as {@link #read(byte[])}, or if there is no such file */
    public Mat read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new PhotoException("There is no photo at " + file, "check the name of the file");
        }
        try (FileChannel channel = FileChannel.open(file);
                Arena memory = Arena.ofConfined()) {
            ByteBuffer bytes = memory(memory, channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all is read; a file that has become shorter meanwhile is one that is cut short
            }
            return read(bytes.flip());
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
        try (Arena memory = Arena.ofConfined()) {
            return read(memory(memory, file.length).put(file).flip());
        }
    }

    /** Outside the Java heap, where the decoder reads it and from where it is given back at once. */
    private ByteBuffer memory(Arena memory, long bytes) {
        if (bytes > limits.bytes()) {
            throw tooLarge(bytes);
        }
        return memory.allocate(bytes).asByteBuffer();
    }

    private Mat read(ByteBuffer file) {
        PhotoBytes bytes = new PhotoBytes(file);
        PhotoHeader header = PhotoFormat.of(bytes).inspect(bytes);
        OptionalInt reduction = header.reduction(limits.memory() - bytes.length());
        if (header.pixels() > limits.pixels() || reduction.isEmpty()) {
            throw new PhotoException(
                    "The photo has " + header.width() + " x " + header.height()
                            + " pixels, more than can be read of its kind and size",
                    "make it smaller, 2000 pixels wide is plenty, or save it as an ordinary JPEG");
        }
        Mat picture = decode(file, header.end(), reduction.getAsInt());
        if (picture.empty()) {
            picture.release();
            throw PhotoFormat.damaged();
        }
        return ExifOrientation.upright(picture, header.orientation());
    }

    /**
     * As {@link #read(byte[])}, but no larger than an enrolment needs.
     *
     * @param file the bytes of a JPEG, PNG or WebP file
     * @return the caller releases it
     */
    public Mat readForEnrolment(byte[] file) {
        return forEnrolment(read(file));
    }

    private static Mat forEnrolment(Mat picture) {
        double scale = ENROLMENT_SIDE / Math.max(picture.cols(), picture.rows());
        if (scale >= 1) {
            return picture;
        }
        Mat small = new Mat();
        Imgproc.resize(picture, small, new Size(0, 0), scale, scale, Imgproc.INTER_AREA);
        picture.release();
        return small;
    }

    private static Mat decode(ByteBuffer file, int end, int reduction) {
        Mat encoded = new Mat(1, end, CvType.CV_8UC1, file);
        try {
            // OpenCV turns JPEG and PNG only, so that is done here for all.
            return Imgcodecs.imdecode(encoded, reduced(reduction) | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
        } catch (CvException e) {
            throw new PhotoException("The photo is damaged", "take or export it again", e);
        } finally {
            encoded.release();
        }
    }

    private static int reduced(int reduction) {
        return switch (reduction) {
            case 1 -> Imgcodecs.IMREAD_COLOR;
            case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
            default -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
        };
    }

    private PhotoException tooLarge(long bytes) {
        return new PhotoException(
                "The photo has " + (bytes >> 20) + " MB, at most " + (limits.bytes() >> 20) + " are read",
                "make it smaller or save it with a stronger compression");
    }
}

package io.lintel.gallery.enrolment;

import io.lintel.gallery.TemplateSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opencv.core.Mat;

/**
 * One picture of somebody to be enrolled: BGR, 8 bits, 3 channels. A photo is read when it is looked at and not kept, so that any number
 * of them takes the memory of one; a camera's picture is kept until it is released. One thread at a time.
 */
public final class Shot {

    private final String label;
    private final TemplateSource source;
    private final Supplier<Mat> pictures;
    private final boolean kept;

    private Shot(String label, TemplateSource source, Supplier<Mat> pictures, boolean kept) {
        this.label = label;
        this.source = source;
        this.pictures = pictures;
        this.kept = kept;
    }

    /** @param label what the person in front of the page calls it */
    public Shot(String label, TemplateSource source, Mat picture) {
        this(label, source, () -> picture, true);
    }

    /**
     * @param label such as the file's name
     * @param reader reads the photo; may throw a {@link io.lintel.system.LintelException}, which becomes a problem of this shot
     */
    public static Shot ofPhoto(String label, Supplier<Mat> reader) {
        return new Shot(label, TemplateSource.PHOTO, reader, false);
    }

    public String label() {
        return label;
    }

    public TemplateSource source() {
        return source;
    }

    /** Hands the picture out for the time of the work. */
    public void look(Consumer<Mat> work) {
        Mat picture = pictures.get();
        try {
            work.accept(picture);
        } finally {
            if (!kept) {
                picture.release();
            }
        }
    }

    /** The same with a picture of its own. */
    public Shot copy() {
        return kept ? new Shot(label, source, pictures.get().clone()) : this;
    }

    /** Gives a kept picture back. */
    public void release() {
        if (kept) {
            pictures.get().release();
        }
    }
}

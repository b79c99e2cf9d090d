package io.lintel.evaluation.pad;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells stills and clips by the ending of their names. */
final class MediaFile {

    private static final Set<String> STILLS = Set.of("jpg", "jpeg", "png", "bmp", "webp");
    private static final Set<String> CLIPS =
            Set.of("mp4", "m4v", "mkv", "mov", "avi", "webm", "mpg", "mpeg", "mjpeg", "gif");

    private MediaFile() {}

    static boolean isMedia(Path file) {
        return isClip(file) || STILLS.contains(ending(file));
    }

    static boolean isClip(Path file) {
        return CLIPS.contains(ending(file));
    }

    /** The file's name without its ending. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package io.lintel.evaluation.data;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reads a data set of people in any of its forms. */
public final class FaceDatasets {

    private static final Set<String> PICTURES =
            Set.of("jpg", "jpeg", "png", "bmp", "webp", "pgm", "ppm", "tif", "tiff");

    private FaceDatasets() {}

    /**
     * A folder with a folder for each person; a CSV with the columns identity, path and perhaps role; or a list of pairs in the
     * form of LFW's {@code pairs.txt}.
     *
     * @throws LintelException if it is none of them, or damaged
     */
    public static FaceDataset read(Path source) {
        if (Files.isDirectory(source)) {
            return PeopleFolder.read(source).checked();
        }
        if (Files.notExists(source)) {
            throw new LintelException(
                    "the data set " + source + " is not there", "name a folder of people, a CSV or a pairs.txt");
        }
        String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return PeopleList.read(source).checked();
        }
        if (name.endsWith(".txt")) {
            return PairsList.read(source).checked();
        }
        throw new LintelException(
                source + " is no data set",
                "name a folder of people (one folder each), a .csv (identity,path,role) or LFW's pairs.txt");
    }

    static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith(".");
    }

    static LintelException unreadable(Path source, IOException cause) {
        return new LintelException(
                source + " cannot be read: " + cause.getMessage(), "check that it is there and may be read", cause);
    }
}

package io.lintel.config;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What the running door has noticed about its camera's mounting, for {@code lintel doctor}: a small file in the data folder. Deleting it is safe. */
public final class CameraHint {

    /** What is wrong. */
    public static final String WORDS =
            "faces lie on their side or stand on their head in the camera's picture: nobody is recognised";

    static final String FILE = "camera.rotate-hint";

    private final Path file;

    public CameraHint(Path dataFolder) {
        this.file = dataFolder.resolve(FILE);
    }

    /** The value that {@code lintel.camera.rotate} should have; empty if faces stand upright, or nobody has come yet. */
    public OptionalInt rotate() {
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.matches("90|180|270|0") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty(); // a hint that cannot be read is none
        }
    }

    /** What to do about it. @param rotate degrees */
    public static String remedy(int rotate) {
        return "set lintel.camera.rotate=" + rotate + " and start Lintel again, or mount the camera upright";
    }

    /** @throws SettingsException if that cannot be kept */
    public void keep(int rotate) {
        try {
            AtomicFile.write(file, rotate + "\n", AtomicFile.GROUP_READABLE);
        } catch (IOException | UnsupportedOperationException e) {
            throw cannotBeWritten(e);
        }
    }

    /** Faces stand upright. @throws SettingsException if that cannot be kept */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    private SettingsException cannotBeWritten(Exception e) {
        return new SettingsException(
                file + " cannot be written: " + e.getMessage(), "make the data folder writable for Lintel's user", e);
    }
}

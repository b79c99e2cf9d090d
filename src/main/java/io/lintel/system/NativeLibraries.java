package io.lintel.system;

import io.lintel.system.libc.LibC;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads native code once a process, before the first class that needs it is touched. Thread-safe.
 *
 * <p>On an installed box the libraries lie beside the program, because a hardened system mounts its temporary folders
 * noexec; then {@link #useInstalled} names that folder. Without it (a developer's machine, tests) each library is
 * unpacked from its jar to the temporary folder, which for OpenCV costs 65 MB and about a second.
 */
public final class NativeLibraries {

    /** System property: the folder that holds the installed .so files. Not below "lintel.", which is for settings. */
    public static final String FOLDER = "io.lintel.libraries";

    /** OpenCV's library without prefix and suffix; carries OpenCV's version, so it changes with the one in pom.xml. */
    static final String OPENCV = "opencv_java490";

    /** Of a picture that OpenCV decodes; its own default is 2^30. As {@code gallery.photo.PhotoLimits}. */
    private static final int MOST_PIXELS = 50_000_000;

    private static boolean openCvLoaded;

    private NativeLibraries() {}

    /**
     * Makes OpenCV, ONNX Runtime and SQLite load their library from a folder instead of unpacking it. Must run before
     * the first of them is touched, so before Quarkus starts: its connection pool opens SQLite first of all. A property
     * that was given on the command line stays.
     */
    public static void useInstalled(Path folder) {
        String path = folder.toAbsolutePath().toString();
        setUnlessGiven(FOLDER, path);
        setUnlessGiven("onnxruntime.native.path", path);
        setUnlessGiven("org.sqlite.lib.path", path);
        setUnlessGiven("org.sqlite.lib.name", System.mapLibraryName("sqlitejdbc"));
    }

    /**
     * Makes OpenCV's classes usable. Further calls do nothing.
     *
     * @throws LintelException if the library is absent, of another architecture, or lies where nothing may be executed
     */
    public static synchronized void loadOpenCv() {
        if (openCvLoaded) {
            return;
        }
        // Read once, when the library is loaded. A second wall: callers judge a picture's size before they decode it.
        LibC.system().setenv("OPENCV_IO_MAX_IMAGE_PIXELS", Integer.toString(MOST_PIXELS));
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            loadUnpacked();
        } else {
            loadInstalled(Path.of(folder));
        }
        openCvLoaded = true;
    }

    /** Whether a folder holds installed libraries, judged by the one that the others are useless without. */
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(System.mapLibraryName(OPENCV)));
    }

    static void loadInstalled(Path folder) {
        Path library = folder.resolve(System.mapLibraryName(OPENCV)).toAbsolutePath();
        if (!Files.isReadable(library)) {
            throw failure("there is no readable " + library, "install it, or correct -D" + FOLDER, null);
        }
        try {
            System.load(library.toString());
        } catch (UnsatisfiedLinkError e) {
            throw failure(e.getMessage(), "reinstall Lintel for this machine's architecture", e);
        }
    }

    private static void loadUnpacked() {
        try {
            nu.pattern.OpenCV.loadLocally();
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | RuntimeException e) {
            throw failure(
                    String.valueOf(e.getMessage()),
                    "set -D" + FOLDER
                            + " to the folder of the installed .so files, or -Djava.io.tmpdir to a folder that is"
                            + " not mounted noexec",
                    e);
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static LintelException failure(@Nullable String reason, String remedy, @Nullable Throwable cause) {
        String what = "OpenCV's native library cannot be loaded: " + reason;
        return cause == null ? new LintelException(what, remedy) : new LintelException(what, remedy, cause);
    }
}

package io.lintel.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The zero-terminated strings inside a native library of the class path: the names its C++ code asks JNI for. */
record LibraryText(Set<String> strings) {

    private static final String ARCHITECTURE = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";

    private static final Pattern CLASS = Pattern.compile("(ai|java|org)/[A-Za-z0-9_/$]+");

    private static final String TYPE = "\\[*([BCDFIJSZ]|L[A-Za-z0-9_/$]+;)";

    private static final Pattern METHOD = Pattern.compile("\\((" + TYPE + ")*\\)(V|" + TYPE + ")");

    static LibraryText openCv() {
        String folder = ARCHITECTURE.equals("aarch64") ? "ARMv8" : "x86_64";
        return read("/nu/pattern/opencv/linux/" + folder + "/libopencv_java490.so");
    }

    static LibraryText onnxRuntime() {
        String folder = ARCHITECTURE.equals("aarch64") ? "linux-aarch64" : "linux-x64";
        return read("/ai/onnxruntime/native/" + folder + "/libonnxruntime4j_jni.so");
    }

    /** Classes in Java's notation, {@code java.lang.Integer}. */
    Set<String> classes() {
        Set<String> found = new TreeSet<>();
        strings.stream().filter(s -> CLASS.matcher(s).matches()).forEach(s -> found.add(s.replace('/', '.')));
        return found;
    }

    /** Method descriptors in the class file's notation, {@code (II)V}. */
    Set<String> methodDescriptors() {
        Set<String> found = new TreeSet<>();
        strings.stream().filter(s -> METHOD.matcher(s).matches()).forEach(found::add);
        return found;
    }

    private static LibraryText read(String resource) {
        try (InputStream in = LibraryText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new LibraryText(stringsIn(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> stringsIn(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= ' ' && bytes[i] < 127) {
                continue;
            }
            if (bytes[i] == 0 && i - start >= 3) {
                found.add(new String(bytes, start, i - start, StandardCharsets.US_ASCII));
            }
            start = i + 1;
        }
        return found;
    }
}

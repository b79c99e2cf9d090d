package io.lintel.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A place from which a published model file can be had. */
public sealed interface ModelSource {

    /**
     * A file inside an npm package that {@code models/npm/package-lock.json} pins.
     *
     * @param path where the file lies in the package
     * @param range the part of that file which is the model; null for the whole file
     */
    record NpmFile(
            String npmPackage,
            String version,
            String path,
            @Nullable ByteRange range) implements ModelSource {

        @Override
        public String toString() {
            return "npm " + npmPackage + " " + version;
        }
    }

    /** A file at a fixed address, https only. */
    record Upstream(URI address) implements ModelSource {

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** Lintel itself: the file lies in the models folder under {@code shipped/}, as ONNX. */
    record Shipped() implements ModelSource {

        @Override
        public String toString() {
            return "Lintel's release";
        }
    }

    /** This site: the file lies beside the site's own catalogue, as ONNX. */
    record Added() implements ModelSource {

        @Override
        public String toString() {
            return "this site";
        }
    }

    /** Bytes from {@code start} (included) to {@code end} (excluded). */
    record ByteRange(long start, long end) {

        public ByteRange {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("not a byte range: [" + start + ", " + end + ")");
            }
        }

        public long length() {
            return end - start;
        }
    }
}

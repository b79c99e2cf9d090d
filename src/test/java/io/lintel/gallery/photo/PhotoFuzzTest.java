package io.lintel.gallery.photo;

import io.lintel.fuzz.Fuzz;
import io.lintel.system.NativeLibraries;

class PhotoFuzzTest {

    private final PhotoReader reader = new PhotoReader(new PhotoLimits(1 << 20, 1_000_000, 10_000_000));

    PhotoFuzzTest() {
        NativeLibraries.loadOpenCv();
    }

    /** Headers by our own parsers, then the decoders of OpenCV behind them. */
    @Fuzz(tries = 2000)
    void photo(byte[] input) {
        reader.read(input).release();
    }
}

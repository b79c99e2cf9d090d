package io.lintel.gallery.photo;

/**
 * What a photo may cost.
 *
 * @param bytes size of the file
 * @param pixels width times height
 * @param memory bytes that the file and the decoder may take together: a camera's JPEG is decoded at half its size and row by row, a
 *     progressive one, a PNG and a WebP are held as a whole
 */
public record PhotoLimits(int bytes, long pixels, long memory) {

    /**
     * 20 MB and 50 megapixels: more than the largest phone camera's default. As PNG at most 12, progressive about as many. The memory is
     * what a native box of 210 MB at work may take to stay below 260 (docs/MEASUREMENTS.md).
     */
    public static final PhotoLimits DEFAULT = new PhotoLimits(20 << 20, 50_000_000, 44_000_000);
}

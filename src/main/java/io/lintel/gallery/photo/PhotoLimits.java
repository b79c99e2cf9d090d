package io.lintel.gallery.photo;

/**
 * What a photo may cost.
 *
 * @param bytes size of the file
 * @param pixels width times height: 3 bytes of memory each while the photo is read
 */
public record PhotoLimits(int bytes, long pixels) {

    /** 20 MB and 50 megapixels: more than the largest phone camera's default. */
    public static final PhotoLimits DEFAULT = new PhotoLimits(20 << 20, 50_000_000);
}

package io.lintel.gallery.bulk;

/**
 * What an import may cost.
 *
 * @param files in one import, pictures or not
 * @param directoryBytes the table of contents of a ZIP, which is read as a whole
 * @param unpackedBytes of all pictures together
 * @param photosAPerson used of one person
 * @param csvBytes of the list of people
 */
public record ImportLimits(int files, long directoryBytes, long unpackedBytes, int photosAPerson, int csvBytes) {

    /** Five pictures each of a thousand people, 5 GB of pictures. */
    public static final ImportLimits DEFAULT = new ImportLimits(5000, 4 << 20, 5L << 30, 10, 2 << 20);
}

package io.lintel.gallery.bulk;

import java.util.List;

/**
 * What an import has done so far.
 *
 * @param files to be looked at
 * @param done of these
 * @param people enrolled
 * @param refused people who were not
 * @param over whether nothing more will happen
 * @param stopped why it ended before all files were done; empty when it did not
 */
public record ImportReport(
        int files, int done, int people, int refused, boolean over, String stopped, List<ImportEntry> entries) {

    public ImportReport {
        entries = List.copyOf(entries);
    }

    /** 0 to 1. */
    public double progress() {
        return files == 0 ? 1 : (double) done / files;
    }
}

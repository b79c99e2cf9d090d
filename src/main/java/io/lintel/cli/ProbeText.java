package io.lintel.cli;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.service.LookupPicture;
import io.lintel.service.PhotoFile;
import java.nio.file.Path;
import java.util.Locale;

/** Photos and scores as the lookup commands take and show them. */
final class ProbeText {

    private ProbeText() {}

    static LookupPicture photo(Path file) {
        return new LookupPicture.Photo(new PhotoFile(file.toString(), file));
    }

    /** Such as {@code score 0.712, threshold 0.650 (one false match in 1,240,000 comparisons)}. */
    static String score(double score, OperatingPoint point) {
        return String.format(
                Locale.ROOT,
                "score %.3f, threshold %.3f (one false match in %,d comparisons)",
                score,
                point.threshold(),
                Math.round(1 / point.fmr()));
    }
}

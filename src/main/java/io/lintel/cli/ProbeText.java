package io.lintel.cli;

import java.nio.file.Path;
import io.lintel.service.PhotoFile;
import io.lintel.service.LookupPicture;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.service.AnalysedFace;
import java.util.Locale;

/** Scores and thresholds as the commands show them. */
final class ProbeText {

    private ProbeText() {}

    static LookupPicture photo(Path file) {
        return new LookupPicture.Photo(new PhotoFile(file.toString(), file));
    }

    static void threshold(ObjectNode document, OperatingPoint point) {
        document.put("threshold", point.threshold()).put("falseMatchRate", point.fmr());
    }

    static void quality(ObjectNode document, AnalysedFace face) {
        var flaws = document.putArray("qualityFlaws");
        face.quality().flaws().forEach(flaw -> flaws.add(flaw.name()));
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

package io.lintel.cli;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.service.EntryService;
import io.lintel.service.LookupPicture;
import io.lintel.service.PhotoFile;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Photos and scores as the lookup commands take and show them. */
final class ProbeText {

    private ProbeText() {}

    /** As text, answers do not speak of liveness. */
    static LookupPicture photo(Path file, Console console) {
        return new LookupPicture.Photo(new PhotoFile(file.toString(), file), console.wantsJson());
    }

    /** What the door would do with the person now, to come after the score; empty when nothing is known of it. */
    static String entry(EntryService.@Nullable Entry entry) {
        if (entry == null) {
            return "";
        }
        return entry.mayEnter()
                ? "; the door would open: " + entry.detail()
                : "; the door would stay shut: " + entry.detail();
    }

    /** Such as {@code score 0.712, threshold 0.650 (one false match in 1,240,000 comparisons, judged by press photos of 1,981 people (LFW))}. */
    static String score(double score, OperatingPoint point) {
        return String.format(
                Locale.ROOT,
                "score %.3f, threshold %.3f (one false match in %,d comparisons, judged by %s)",
                score,
                point.threshold(),
                Math.round(1 / point.fmr()),
                point.population());
    }
}

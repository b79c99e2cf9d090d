package io.lintel.evaluation.pad;

import io.lintel.system.LintelException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a file shows: from the label in a list, or from the first word of a file's or folder's name. */
final class PresentationLabel {

    /** First words of names that say what a file shows. */
    static final String WORDS =
            "live, genuine, real, bonafide; print, paper, photo, cutout, replay, screen, display, monitor, phone, tablet,"
                    + " laptop, mask, attack, spoof, fake";

    private static final Set<String> LIVE_WORDS =
            Set.of("live", "genuine", "real", "bonafide", "bona_fide", "bona-fide");

    private static final Pattern FIRST_WORD = Pattern.compile(
            "^(live|genuine|real|bona[_-]?fide|print(?:ed)?|paper|photo|cutout|replay|screen|display|monitor|phone|tablet|laptop|mask|attack|spoof"
                    + "|fake)s?(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    private PresentationLabel() {}

    /**
     * A label from a list.
     *
     * @throws LintelException if it is a number or empty: 0 and 1 mean different things in different data sets
     */
    static String ofList(String text, String where) {
        String label = text.strip().toLowerCase(Locale.ROOT);
        if (label.isEmpty() || !Character.isLetter(label.charAt(0))) {
            throw new LintelException(
                    where + " has the label \"" + text + "\"",
                    "write live, or the type of the attack, such as print or replay");
        }
        return canonical(label);
    }

    /** The label that a file's or a folder's name begins with. */
    static Optional<String> ofName(String name) {
        Matcher matcher = FIRST_WORD.matcher(name);
        return matcher.find() ? Optional.of(canonical(matcher.group(1).toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** What follows the label in a name, without separators in front; the whole name where it has no label. */
    static String rest(String name) {
        return FIRST_WORD.matcher(name).replaceFirst("").replaceFirst("^[ _.-]+", "");
    }

    private static String canonical(String label) {
        return LIVE_WORDS.contains(label) ? Presentation.LIVE : label;
    }
}

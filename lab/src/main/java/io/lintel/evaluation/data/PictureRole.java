package io.lintel.evaluation.data;

import io.lintel.system.LintelException;
import java.util.Locale;

/** What a data set's list wants a picture to be in a search; comparisons of pairs use all pictures alike. */
public enum PictureRole {
    /** Nothing is said: the evaluation chooses. */
    ANY,
    ENROL,
    /** Of somebody enrolled. */
    PROBE_MATED,
    /** Of a stranger. */
    PROBE_NONMATED;

    /** @throws LintelException if the word means none of them */
    static PictureRole of(String word, String where) {
        if (word.isBlank()) {
            return ANY;
        }
        try {
            return valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    where + " has the unknown role " + word,
                    "use enrol, probe_mated, probe_nonmated, or leave the role empty",
                    e);
        }
    }
}

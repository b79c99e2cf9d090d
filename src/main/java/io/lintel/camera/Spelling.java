package io.lintel.camera;

import io.lintel.system.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Spelling {

    /** Two slips: what typing fast produces; more would suggest unrelated words. */
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    static Optional<String> nearest(String written, List<String> words) {
        String text = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> EditDistance.isWithin(text, word, MOST_SLIPS))
                .min(Comparator.comparingInt(word -> EditDistance.between(text, word)));
    }
}

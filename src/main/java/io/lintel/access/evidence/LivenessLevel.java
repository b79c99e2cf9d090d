package io.lintel.access.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How clearly a face must look live, in words: by how much the live bound of {@link LivenessTestSettings} moves. What each costs is
 * measured by {@code make evaluate} (docs/EVALUATION.md).
 */
public enum LivenessLevel {
    /** Hardly anybody live is kept waiting; pictures that look half live may pass. */
    RELAXED(0.35),
    BALANCED(0.5),
    /** More live people are kept waiting or asked to follow an instruction. */
    STRICT(0.7);

    private final double level;

    LivenessLevel(double level) {
        this.level = level;
    }

    /** 0 to 1: the odds of this probability, squared, multiply the likelihood ratio that a live face must reach. */
    public double level() {
        return level;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a level: one of the words, or a number between 0 and 1.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static double parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        for (LivenessLevel each : values()) {
            if (each.word().equals(word)) {
                return each.level;
            }
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "lintel.liveness.level is one of "
                            + Arrays.stream(values()).map(LivenessLevel::word).collect(Collectors.joining(", "))
                            + " or a number between 0 and 1, not " + text,
                    e);
        }
    }
}
